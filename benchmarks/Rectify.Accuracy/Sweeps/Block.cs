using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rectify.Accuracy;

/// <summary>Some inputs, and room for what is made of them in both precisions; it stays in the nearest cache.</summary>
internal sealed class Block
{
    public const int Length = 1024;

    /// <summary>How near a zero of the true value an input counts as near it.</summary>
    private const float Near = 0.1f;

    private readonly float[] _outputs = new float[Length];
    private readonly Doubles[] _wide = new Doubles[Length / Doubles.Count], _expected = new Doubles[Length / Doubles.Count];

    public float[] Inputs { get; } = new float[Length];

    /// <summary>Computes the inputs in both precisions, and finds the largest error.</summary>
    public SweepResult Compare(Measure measure)
    {
        ReadOnlySpan<Vector128<float>> inputs = MemoryMarshal.Cast<float, Vector128<float>>(Inputs);
        ReadOnlySpan<Vector128<float>> outputs = MemoryMarshal.Cast<float, Vector128<float>>(_outputs);
        for (int i = 0; i < inputs.Length; i++)
        {
            _wide[i] = new(Vector256.Create(Vector128.WidenLower(inputs[i]), Vector128.WidenUpper(inputs[i])));
        }
        measure.Compute(Inputs, _outputs);
        measure.Reference(_wide, _expected);

        SweepResult result = default;
        for (int i = 0; i < inputs.Length; i++)
        {
            Vector256<double> expected = _expected[i].Values, ulps = Comparison.Ulps(outputs[i], expected);
            bool isWorse = Vector256.GreaterThanAny(ulps, Vector256.Create(result.Worst.Error));
            if (isWorse || AreNearZero(measure, inputs[i])) { result = Look(measure, inputs[i], outputs[i], expected, ulps, result); }
        }
        return result;
    }

    private static SweepResult Look(
        Measure measure,
        Vector128<float> inputs,
        Vector128<float> outputs,
        Vector256<double> expected,
        Vector256<double> ulps,
        SweepResult result)
    {
        for (int lane = 0; lane < Doubles.Count; lane++)
        {
            float input = inputs[lane];
            if (!IsNearZero(measure, input)) { result = result.Or(new Worst(ulps[lane], input)); }
            else { result = result.OrNearZero(new(Math.Abs(outputs[lane] - expected[lane]), input)); }
        }
        return result;
    }

    private static bool AreNearZero(Measure measure, Vector128<float> inputs)
        => measure.Zeros.Length > 0 && (IsNearZero(measure, inputs[0]) || IsNearZero(measure, inputs[Doubles.Count - 1]));

    private static bool IsNearZero(Measure measure, float x)
    {
        foreach (float zero in measure.Zeros)
        {
            if (Math.Abs(x - zero) <= Near) { return true; }
        }
        return false;
    }
}
