using System.Globalization;
using Rectify.Kernels;

namespace Rectify.Training;

/// <summary>What training makes small: a number per sample, averaged over a batch.</summary>
public abstract class Loss
{
    /// <summary>As typed, e.g. cross-entropy.</summary>
    public abstract string Name { get; }

    /// <summary>Whether a target is the index of a class, rather than the numbers to predict.</summary>
    public abstract bool IsForClasses { get; }

    /// <summary>
    /// The sum of the samples' losses; overwrites <paramref name="gradient"/> with the gradient of their mean by the output. Of
    /// the mean, so that the learning rate does not depend on the batch size.
    /// </summary>
    /// <param name="output">What the network says, before any softmax or sigmoid.</param>
    /// <param name="targets">One class index per sample where <see cref="IsForClasses"/>, else as many numbers as the output has.</param>
    /// <param name="gradient">As long as the output's values.</param>
    /// <exception cref="ArgumentException">A length does not fit, or a class is none of the network's.</exception>
    public abstract double Evaluate(Batch output, ReadOnlySpan<float> targets, Span<float> gradient);

    /// <summary>The outputs that make the loss least where they are the same for every sample: what learning has to beat.</summary>
    /// <param name="targets">Of at least one sample, as <see cref="Evaluate"/> takes them.</param>
    /// <param name="outputs">How many outputs a sample has.</param>
    /// <exception cref="ArgumentException">There are no targets of whole samples, or a class is none of the network's.</exception>
    public abstract float[] BestConstant(ReadOnlySpan<float> targets, int outputs);

    public sealed override string ToString() => Name;

    /// <summary>Asked first by every loss: targets that do not belong to the outputs would be learned from as they are.</summary>
    private protected void CheckLengths(Batch output, ReadOnlySpan<float> targets, ReadOnlySpan<float> gradient)
    {
        ArgumentNullException.ThrowIfNull(output);
        int length = output.Values.Length, wanted = IsForClasses ? output.Count : length;
        if (targets.Length == wanted && gradient.Length == length) { return; }
        throw new ArgumentException($"{Name} of {output.Count} samples of {output.Sample} takes {wanted} targets and {length} numbers of "
            + $"gradient, but is given {targets.Length} and {gradient.Length}.");
    }

    private protected void CheckTargets(ReadOnlySpan<float> targets, int outputs)
    {
        if (outputs > 0 && targets.Length > 0 && (IsForClasses || targets.Length % outputs == 0)) { return; }
        throw new ArgumentException($"{Name} has no best constant of {outputs} outputs for {targets.Length} targets: it takes those of one "
            + "sample or more.");
    }

    // One output tells two classes apart, so that there is a second one then, too.
    private protected static void CheckClasses(ReadOnlySpan<float> targets, int outputs, float[]? weights)
    {
        int classes = Math.Max(outputs, 2);
        if (weights is not null && weights.Length < classes)
        {
            throw new ArgumentException($"There are weights of {weights.Length} classes, but the network tells {classes} apart.");
        }
        foreach (float target in targets)
        {
            if (target >= 0 && target < classes && target == (int)target) { continue; }
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"A target of {target} is no class: the network tells {classes} apart, which are 0 to {classes - 1}."));
        }
    }
}
