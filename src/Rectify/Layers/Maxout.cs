using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>
/// Each unit is the largest of k linear pieces, max_j(x·w_j + b_j): a learned convex activation that cannot die on one side.
/// It goes with dropout.
/// </summary>
/// <remarks>Goodfellow et al. 2013, section 3. The gradient goes to the first of the largest pieces only.</remarks>
public sealed class Maxout : Layer, IActivationLayer
{
    private readonly int _inputs, _units, _pieces;
    private readonly Parameter _weight, _bias;

    /// <param name="inputs">Numbers per sample.</param>
    /// <param name="units">Outputs.</param>
    /// <param name="pieces">Linear pieces of each unit, at least 2.</param>
    /// <param name="bias">Where every bias starts.</param>
    public Maxout(int inputs, int units, int pieces = 2, float bias = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(units, 1);
        if (pieces < 2) { throw new ArgumentException($"Maxout with {pieces} pieces is out of range: it takes 2 or more."); }
        (_inputs, _units, _pieces) = (inputs, units, pieces);
        _weight = new("weight", ParameterRole.Weight, inputs, units * pieces);
        _bias = new("bias", ParameterRole.Bias, 1, units * pieces, bias);
        Parameters = [_weight, _bias];
    }

    public override string Text => $"maxout:inputs={_inputs},units={_units},pieces={_pieces}";
    public override string Name => $"maxout {_inputs}->{_units} of {_pieces}";
    public override IReadOnlyList<Parameter> Parameters { get; }
    public override Kept Keeps => Kept.Input;

    /// <remarks>1/√E[max(z₁ … z_k)²]. Two pieces keep the second moment by themselves; later ones need scaling down.</remarks>
    public override float? Gain => 1 / MathF.Sqrt(LargestOfNormals.SecondMoment(_pieces));

    public string ActivationName => "maxout";
    public float ActiveThreshold => 0;
    public bool HasLinearPieces => true;

    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => inputs[0].Length == _inputs
        ? new Shape(_units)
        : throw Misfit(_inputs, inputs[0]);

    // All pieces of all units (backward: their gradients), piece after piece, then which piece won.
    public override int MemoryLength(IReadOnlyList<Shape> inputs, int batchSize) => batchSize * (_pieces + 1) * _units;

    public override void Prepare(LayerPass pass) => pass.Epilogue = new BiasActivation(_bias, null, null);

    public override void Forward(LayerPass pass)
    {
        Span<float> pieces = PiecesOf(pass);
        Gemm.Multiply(pass.Workers, Samples(pass.Input), Weights, pieces, epilogue: pass.Epilogue);
        for (int i = 0; i < pass.Input.Count; i++)
        {
            ReadOnlySpan<float> row = pieces.Slice(i * _pieces * _units, _pieces * _units);
            Span<float> output = pass.Output.Row(i), winner = WinnersOf(pass).Slice(i * _units, _units);
            row[.._units].CopyTo(output);
            winner.Clear();
            for (int piece = 1; piece < _pieces; piece++)
            {
                ReadOnlySpan<float> challenger = row.Slice(piece * _units, _units);
                Elementwise.Map(new Winner(piece), challenger, output, winner, winner);
                Elementwise.Map(new Larger(), challenger, output, output);
            }
        }
    }

    public override void Backward(LayerPass pass)
    {
        Span<float> gradients = PiecesOf(pass);
        for (int i = 0; i < pass.Input.Count; i++)
        {
            ReadOnlySpan<float> winner = WinnersOf(pass).Slice(i * _units, _units), outputGradient = pass.OutputGradient.Row(i);
            for (int piece = 0; piece < _pieces; piece++)
            {
                Elementwise.Map(new IfWinner(piece), winner, outputGradient, gradients.Slice((i * _pieces + piece) * _units, _units));
            }
        }

        Matrix pieceGradients = new(gradients, pass.Input.Count, _pieces * _units);
        Gemm.Multiply(pass.Workers, Samples(pass.Input).Transposed, pieceGradients, pass.Gradient(_weight));
        Columns.Sum(gradients, pass.Gradient(_bias));
        if (pass.InputGradient is { } inputGradient)
        {
            Gemm.Multiply(pass.Workers, pieceGradients, Weights.Transposed, inputGradient.Values);
        }
    }

    public void Slopes(LayerPass pass, Span<float> slopes)
    {
        WinnersOf(pass)[..slopes.Length].CopyTo(slopes);
        Arithmetic.AddConstant(slopes, 1, slopes);
    }

    private Matrix Weights => new(_weight.Value, _inputs, _pieces * _units);
    private Matrix Samples(Batch batch) => new(batch.Values, batch.Count, _inputs);
    private Span<float> PiecesOf(LayerPass pass) => pass.Memory[..(pass.Input.Count * _pieces * _units)];
    private Span<float> WinnersOf(LayerPass pass) => pass.Memory[^(pass.Input.Capacity * _units)..];

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
