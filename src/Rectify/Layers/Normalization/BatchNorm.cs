using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>
/// Each unit less its mean over the batch, divided by its deviation over the batch, then times a learned scale plus a
/// learned shift; of images each channel, over all positions of the batch. In inference mode with running statistics instead,
/// so that a row's prediction does not depend on its batch.
/// </summary>
/// <remarks>Ioffe, Szegedy 2015, algorithm 1 and section 3.2. Momentum 0.1 and ε 1e-5, as PyTorch.</remarks>
public sealed class BatchNorm : Normalization
{
    private const float Momentum = 0.1f;

    // The rows of coefficients in the memory of a pass: first what both directions read, then each direction's own.
    private const int Mean = 0, InverseDeviation = 1;
    private const int FullScale = 2, Shift = 3;
    private const int Scale = 2, ScaleGradient = 3, ShiftGradient = 4;
    private const int RowCount = 5;

    private readonly Parameter _runningMean, _runningVariance;

    /// <param name="units">Units, features or channels, each with statistics of its own.</param>
    public BatchNorm(int units) : base(units)
    {
        _runningMean = new("running-mean", ParameterRole.Statistic, 1, units);
        _runningVariance = new("running-variance", ParameterRole.Statistic, 1, units, start: 1);
        Parameters = [Factor, Offset, _runningMean, _runningVariance];
    }

    public override string Text => $"batch-norm:units={Width}";
    public override string Name => $"batch-norm {Width}";
    public override IReadOnlyList<Parameter> Parameters { get; }
    public override Kept Keeps => Kept.Input;

    public override int MemoryLength(IReadOnlyList<Shape> inputs, int batchSize) => RowCount * Width;

    public override void Forward(LayerPass pass)
    {
        Span<float> mean = RowOf(pass, Mean), inverseDeviation = RowOf(pass, InverseDeviation);
        if (pass.Mode == Mode.Training) { MeasureBatch(pass, mean, inverseDeviation); }
        else
        {
            _runningMean.Value.CopyTo(mean);
            Elementwise.Map(new ToInverseDeviation(), _runningVariance.Value, inverseDeviation);
        }
        Arithmetic.Multiply(inverseDeviation, Factor.Value, RowOf(pass, FullScale));
        Offset.Value.CopyTo(RowOf(pass, Shift));
        base.Forward(pass);
    }

    public override void Backward(LayerPass pass)
    {
        Span<float> factorGradient = pass.Gradient(Factor), offsetGradient = pass.Gradient(Offset);
        ReadOnlySpan<float> x = pass.Input.Values, dy = pass.OutputGradient.Values;
        Columns.Sum(pass.Workers, new CentredProduct(), x, dy, RowOf(pass, Mean), factorGradient, offsetGradient);
        Arithmetic.Multiply(factorGradient, RowOf(pass, InverseDeviation), factorGradient);
        if (pass.InputGradient is null) { return; }

        Factor.Value.CopyTo(RowOf(pass, Scale));
        factorGradient.CopyTo(RowOf(pass, ScaleGradient));
        offsetGradient.CopyTo(RowOf(pass, ShiftGradient));
        base.Backward(pass);
    }

    protected override void Forward(LayerPass pass, int first, int count)
    {
        ReadOnlySpan<float> x = pass.Input.Rows(first, count);
        Columns.Map(new Normalized(), x, x, pass.Memory, Width, pass.Output.Rows(first, count));
    }

    protected override void Backward(LayerPass pass, int first, int count) => Columns.Map(
        new InputGradientOf(RowsOf(pass)),
        pass.Input.Rows(first, count),
        pass.OutputGradient.Rows(first, count),
        pass.Memory,
        Width,
        pass.InputGradient!.Rows(first, count));

    private void MeasureBatch(LayerPass pass, Span<float> mean, Span<float> inverseDeviation)
    {
        ReadOnlySpan<float> x = pass.Input.Values;
        Span<float> variance = inverseDeviation;
        int rows = RowsOf(pass);
        Columns.Moments(pass.Workers, x, mean, variance);
        if (rows > 1)
        {
            // The running variance is the unbiased one; of a single row there is none.
            Columns.MoveTowards(_runningMean.Value, mean, Momentum, 1);
            Columns.MoveTowards(_runningVariance.Value, variance, Momentum, 1f / (rows - 1));
        }
        Arithmetic.Scale(variance, 1f / rows);
        Elementwise.Map(new ToInverseDeviation(), variance, inverseDeviation);
    }

    private int RowsOf(LayerPass pass) => pass.Input.Values.Length / Width;

    private Span<float> RowOf(LayerPass pass, int row) => pass.Memory.Slice(row * Width, Width);

    private readonly struct ToInverseDeviation : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T variance) where T : struct, ISimdLane<T>, ILane<T> => 1f / T.Sqrt(variance + Epsilon);
    }

    private readonly struct Normalized : IColumnMap
    {
        public static int CoefficientCount => Shift + 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x, T _, Coefficients<T> of) where T : struct, ISimdLane<T>, ILane<T>
            => T.Fma(x - of[Mean], of[FullScale], of[Shift]);
    }

    private readonly struct CentredProduct : IColumnTerm
    {
        public static int CoefficientCount => Mean + 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T AddTo<T>(T sum, T x, T dy, Coefficients<T> of) where T : struct, ISimdLane<T>, ILane<T>
            => T.Fma(x - of[Mean], dy, sum);
    }

    // dx = scale/deviation · (dy − mean(dy) − x̂·mean(dy·x̂)), the two means being the parameters' gradients over the count.
    private readonly struct InputGradientOf(int rows) : IColumnMap
    {
        public static int CoefficientCount => RowCount;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x, T dy, Coefficients<T> of) where T : struct, ISimdLane<T>, ILane<T>
        {
            T normalized = (x - of[Mean]) * of[InverseDeviation];
            T centred = T.Fma(-1f / rows, T.Fma(normalized, of[ScaleGradient], of[ShiftGradient]), dy);
            return centred * of[InverseDeviation] * of[Scale];
        }
    }
}
