using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>
/// Each unit less its mean over the batch, divided by its deviation over the batch, then times a learned scale plus a
/// learned shift. In inference mode with running statistics instead, so that a row's prediction does not depend on its batch.
/// </summary>
/// <remarks>Ioffe, Szegedy 2015, algorithm 1. Momentum 0.1 and ε 1e-5, as PyTorch.</remarks>
public sealed class BatchNorm : Normalization
{
    private const float Momentum = 0.1f;
    private readonly Parameter _runningMean, _runningVariance;

    /// <param name="units">Numbers per sample, each with statistics of its own.</param>
    public BatchNorm(int units) : base(units)
    {
        _runningMean = new("running-mean", ParameterRole.Statistic, 1, units);
        _runningVariance = new("running-variance", ParameterRole.Statistic, 1, units, start: 1);
        Parameters = [Factor, Offset, _runningMean, _runningVariance];
    }

    public override string Text => $"batch-norm:units={Width}";
    public override string Name => $"batch-norm {Width}";
    public override IReadOnlyList<Parameter> Parameters { get; }

    // Mean, 1/deviation and a scratch row.
    public override int MemoryLength(IReadOnlyList<Shape> inputs, int batchSize) => 3 * Width;

    public override void Forward(LayerPass pass)
    {
        Span<float> mean = Mean(pass), inverseDeviation = InverseDeviation(pass), factor = Scratch(pass);
        if (pass.Mode == Mode.Training) { MeasureBatch(pass.Input, mean, inverseDeviation); }
        else
        {
            _runningMean.Value.CopyTo(mean);
            Elementwise.Map(new ToInverseDeviation(), _runningVariance.Value, inverseDeviation);
        }

        Arithmetic.Multiply(inverseDeviation, Factor.Value, factor);
        for (int i = 0; i < RowsOf(pass.Input); i++)
        {
            Arithmetic.Subtract(Row(pass.Input, i), mean, Row(pass.Output, i));
            Arithmetic.MultiplyAdd(Row(pass.Output, i), factor, Offset.Value, Row(pass.Output, i));
        }
    }

    public override void Backward(LayerPass pass)
    {
        Span<float> mean = Mean(pass), inverseDeviation = InverseDeviation(pass), scratch = Scratch(pass);
        Span<float> factorGradient = pass.Gradient(Factor), offsetGradient = pass.Gradient(Offset);
        int count = RowsOf(pass.Input);

        Columns.Sum(pass.OutputGradient.Values, offsetGradient);
        factorGradient.Clear();
        for (int i = 0; i < count; i++)
        {
            Arithmetic.Subtract(Row(pass.Input, i), mean, scratch);
            Arithmetic.MultiplyAdd(scratch, Row(pass.OutputGradient, i), factorGradient, factorGradient);
        }
        Arithmetic.Multiply(factorGradient, inverseDeviation, factorGradient);
        if (pass.InputGradient is not { } inputGradient) { return; }

        // dx = scale/deviation · (dy − mean(dy) − x̂·mean(dy·x̂)), the two means being the gradients above over the count.
        for (int i = 0; i < count; i++)
        {
            Span<float> dx = Row(inputGradient, i);
            Arithmetic.Subtract(Row(pass.Input, i), mean, scratch);
            Arithmetic.Multiply(scratch, inverseDeviation, scratch);
            Arithmetic.MultiplyAdd(scratch, factorGradient, offsetGradient, scratch);
            Row(pass.OutputGradient, i).CopyTo(dx);
            Arithmetic.AddScaled(dx, -1f / count, scratch);
            Arithmetic.Multiply(dx, inverseDeviation, dx);
            Arithmetic.Multiply(dx, Factor.Value, dx);
        }
    }

    private void MeasureBatch(Batch input, Span<float> mean, Span<float> inverseDeviation)
    {
        Span<float> variance = inverseDeviation;
        Columns.Sum(input.Values, mean);
        Arithmetic.Scale(mean, 1f / RowsOf(input));
        Columns.SumOfSquaredDifferences(input.Values, mean, variance);
        if (RowsOf(input) > 1)
        {
            // The running variance is the unbiased one; of a single row there is none.
            Columns.MoveTowards(_runningMean.Value, mean, Momentum, 1);
            Columns.MoveTowards(_runningVariance.Value, variance, Momentum, 1f / (RowsOf(input) - 1));
        }
        Arithmetic.Scale(variance, 1f / RowsOf(input));
        Elementwise.Map(new ToInverseDeviation(), variance, inverseDeviation);
    }

    private Span<float> Row(Batch batch, int index) => batch.Values.Slice(index * Width, Width);
    private int RowsOf(Batch batch) => batch.Values.Length / Width;
    private Span<float> Mean(LayerPass pass) => pass.Memory[..Width];
    private Span<float> InverseDeviation(LayerPass pass) => pass.Memory.Slice(Width, Width);
    private Span<float> Scratch(LayerPass pass) => pass.Memory.Slice(2 * Width, Width);

    private readonly struct ToInverseDeviation : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T variance) where T : struct, ISimdLane<T>, ILane<T> => 1f / T.Sqrt(variance + Epsilon);
    }
}
