using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>
/// Each unit is the largest of k pieces, unit u's at u, units + u, 2·units + u … of what comes in. Behind a dense layer or a
/// convolution a piece is linear, and the unit a learned convex activation that cannot die on one side. It goes with dropout.
/// </summary>
/// <remarks>Goodfellow et al. 2013, section 3. The gradient goes to the first of the largest pieces only.</remarks>
public sealed class Maxout : SamplewiseLayer, IActivationLayer
{
    private readonly int _pieces;

    /// <param name="pieces">Pieces of each unit, or channel, at least 2.</param>
    public Maxout(int pieces = 2)
    {
        if (pieces < 2) { throw new ArgumentException($"Maxout with {pieces} pieces is out of range: it takes 2 or more."); }
        _pieces = pieces;
    }

    public override string Text => $"maxout:pieces={_pieces}";
    public override string Name => $"maxout of {_pieces}";

    /// <remarks>1/√E[max(z₁ … z_k)²]. Two pieces keep the second moment by themselves; later ones need scaling down.</remarks>
    public override float? Gain => 1 / MathF.Sqrt(LargestOfNormals.SecondMoment(_pieces));

    public string ActivationName => "maxout";
    public float ActiveThreshold => 0;
    public bool HasLinearPieces => true;

    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => FirstOf(inputs) is var input && input.Units % _pieces == 0
        ? input.WithUnits(input.Units / _pieces)
        : throw UnevenMisfit(_pieces, input);

    // Which piece of each unit won.
    public override int MemoryLength(IReadOnlyList<Shape> inputs, int batchSize) => checked(batchSize * (inputs[0].Length / _pieces));

    public void Slopes(LayerPass pass, Span<float> slopes)
        => Arithmetic.AddConstant(pass.Memory[..pass.Output.Values.Length], 1, slopes);

    protected override void Forward(LayerPass pass, int first, int count)
    {
        int units = pass.Output.Sample.Units;
        ColumnRange input = new(pass.Input.Rows(first, count), pass.Input.Sample.Units);
        ColumnRange largest = new(pass.Output.Rows(first, count), units), winners = WinnersOf(pass, first, count);
        winners.Clear();
        input.Part(0, units).CopyTo(largest);
        for (int piece = 1; piece < _pieces; piece++)
        {
            ColumnRange challengers = input.Part(piece * units, units);
            winners.Set(new Winner(piece), challengers, largest, winners);
            largest.Set(new Larger(), challengers, largest);
        }
    }

    protected override void Backward(LayerPass pass, int first, int count)
    {
        if (pass.InputGradient is not { } inputGradient) { return; }
        int units = pass.Output.Sample.Units;
        ColumnRange pieces = new(inputGradient.Rows(first, count), pass.Input.Sample.Units);
        ColumnRange outputGradient = new(pass.OutputGradient.Rows(first, count), units), winners = WinnersOf(pass, first, count);
        for (int piece = 0; piece < _pieces; piece++)
        {
            pieces.Part(piece * units, units).Set(new IfWinner(piece), winners, outputGradient);
        }
    }

    private static ColumnRange WinnersOf(LayerPass pass, int first, int count)
    {
        Shape output = pass.Output.Sample;
        return new(pass.Memory.Slice(first * output.Length, count * output.Length), output.Units);
    }

    private readonly struct Winner(float piece) : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T challenger, T best, T winner) where T : struct, ISimdLane<T>, ILane<T>
            => T.IfPositive(challenger - best, piece, winner);
    }

    private readonly struct Larger : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T challenger, T best) where T : struct, ISimdLane<T>, ILane<T> => T.Max(challenger, best);
    }

    private readonly struct IfWinner(float piece) : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T winner, T gradient) where T : struct, ISimdLane<T>, ILane<T>
            => T.IfPositive(T.Abs(winner - piece), 0, gradient);
    }
}
