using System.Runtime.CompilerServices;
using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Training;

/// <summary>
/// The mean over units of −t·log σ(x) − (1 − t)·log(1 − σ(x)): each unit says yes or no for itself. One unit tells two
/// classes apart; several take a class each.
/// </summary>
public sealed class BinaryCrossEntropy : Loss
{
    // Numbers whose exponentials and logarithms are taken together, while they are in the nearest cache.
    private const int ChunkLength = 256;

    private static readonly Activation Sigmoid = Activation.Of(new Sigmoid());
    private readonly float[]? _classWeights;

    /// <param name="classWeights">A factor for each class's samples; null for 1.</param>
    public BinaryCrossEntropy(IReadOnlyList<float>? classWeights = null) => _classWeights = classWeights?.ToArray();

    public override string Name => "bce";
    public override bool IsForClasses => true;

    public override double Evaluate(Batch output, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        CheckLengths(output, targets, gradient);
        CheckClasses(targets, output.Sample.Length, _classWeights);
        int units = output.Sample.Length, row = 0, unit = 0;
        double sum = 0;
        Span<float> tails = stackalloc float[ChunkLength];
        for (int start = 0; start < output.Values.Length; start += ChunkLength)
        {
            ReadOnlySpan<float> x = output.Values[start..Math.Min(start + ChunkLength, output.Values.Length)];
            Span<float> dx = gradient.Slice(start, x.Length);
            Sigmoid.Forward(x, dx);
            Elementwise.Map(new LogTail(), x, tails[..x.Length]);
            for (int i = 0; i < x.Length; i++)
            {
                float target = units == 1 ? targets[row] : unit == (int)targets[row] ? 1 : 0;
                float weight = _classWeights is null ? 1 : _classWeights[(int)targets[row]];

                // −t·log σ(x) − (1 − t)·log(1 − σ(x)); what is large cancels before what is small is added.
                sum += weight * ((double)MathF.Max(x[i], 0) - target * x[i] + tails[i]) / units;
                dx[i] = weight / (units * output.Count) * (dx[i] - target);
                if (++unit == units) { (row, unit) = (row + 1, 0); }
            }
        }
        return sum;
    }

    /// <inheritdoc/>
    /// <remarks>The log odds of each unit's class.</remarks>
    public override float[] BestConstant(ReadOnlySpan<float> targets, int outputs)
    {
        CheckTargets(targets, outputs);
        CheckClasses(targets, outputs, _classWeights);
        double[] shares = ClassShares.Of(targets, Math.Max(outputs, 2), _classWeights);
        return [.. shares.TakeLast(outputs).Select(share => (float)Math.Log(share / Math.Max(1 - share, 1e-9)))];
    }

    // log(1 + e^−|x|), which never takes the logarithm of a rounded 0.
    private readonly struct LogTail : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.Log1P(T.Exp(-T.Abs(x)));
    }
}
