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
    public abstract double Evaluate(Batch output, ReadOnlySpan<float> targets, Span<float> gradient);

    /// <summary>The outputs that make the loss least where they are the same for every sample: what learning has to beat.</summary>
    /// <param name="targets">Of at least one sample, as <see cref="Evaluate"/> takes them.</param>
    /// <param name="outputs">How many outputs a sample has.</param>
    public abstract float[] BestConstant(ReadOnlySpan<float> targets, int outputs);

    public sealed override string ToString() => Name;
}
