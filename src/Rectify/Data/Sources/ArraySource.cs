using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>Samples that already are numbers, row after row in two arrays, which are kept and not copied.</summary>
public sealed class ArraySource : SampleSource
{
    private readonly float[] _inputs, _targets;

    /// <param name="inputs">All rows' inputs, a multiple of <paramref name="inputShape"/>.</param>
    /// <param name="targets">All rows' targets, the same number of rows of <paramref name="targetShape"/>.</param>
    /// <param name="inputShape">The shape of one row's inputs.</param>
    /// <param name="targetShape">The shape of one row's target; one number where it is left out.</param>
    /// <exception cref="DataException">The arrays do not hold the same number of whole rows.</exception>
    public ArraySource(float[] inputs, float[] targets, Shape inputShape, Shape? targetShape = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        if (inputShape.Dimensions == 0) { throw new ArgumentException("A row takes a shape of its inputs, but is given none."); }
        (_inputs, _targets, InputShape, TargetShape) = (inputs, targets, inputShape, targetShape ?? new Shape(1));
        Count = inputs.Length / InputShape.Length;
        if (inputs.Length != Count * InputShape.Length || targets.Length != Count * TargetShape.Length)
        {
            throw new DataException(
                $"{inputs.Length} input numbers of {InputShape} a row and {targets.Length} target numbers of {TargetShape} a row "
                + "are not the same number of whole rows.");
        }
    }

    /// <param name="inputs">All rows' inputs.</param>
    /// <param name="targets">One target a row.</param>
    /// <param name="inputWidth">How many inputs a row has.</param>
    public ArraySource(float[] inputs, float[] targets, int inputWidth) : this(inputs, targets, new Shape(inputWidth)) { }

    public override int Count { get; }
    public override Shape InputShape { get; }
    public override Shape TargetShape { get; }

    public override void Fill(ReadOnlySpan<int> rows, Span<float> inputs, Span<float> targets)
    {
        CheckFill(rows, inputs, targets);
        if (!inputs.IsEmpty) { Gather(_inputs, InputShape.Length, rows, inputs); }
        if (!targets.IsEmpty) { Gather(_targets, TargetShape.Length, rows, targets); }
    }

    private static void Gather(float[] source, int width, ReadOnlySpan<int> rows, Span<float> target)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            source.AsSpan(rows[i] * width, width).CopyTo(target.Slice(i * width, width));
        }
    }
}
