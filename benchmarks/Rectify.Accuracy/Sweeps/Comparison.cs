using System.Runtime.Intrinsics;

namespace Rectify.Accuracy;

/// <summary>How far single-precision results are from the true values, four at a time.</summary>
internal static class Comparison
{
    private const int Bias = 1023, FractionBits = 52;

    /// <summary>
    /// |actual − expected| in units in the last place of a float of expected's size: 0 where both are NaN, or where expected rounds to
    /// the same infinity; infinite where only one of them is.
    /// </summary>
    public static Vector256<double> Ulps(Vector128<float> actual, Vector256<double> expected)
    {
        Vector256<double> wide = Vector256.Create(Vector128.WidenLower(actual), Vector128.WidenUpper(actual));
        Vector128<float> nearest = Vector128.Narrow(expected.GetLower(), expected.GetUpper());

        // The exponent is read from the bits; below the smallest normal float units grow no smaller.
        Vector256<long> exponent = (expected.AsInt64() >> FractionBits) & Vector256.Create(0x7ffL);
        exponent = Vector256.Min(Vector256.Max(exponent, Vector256.Create(Bias - 126L)), Vector256.Create(Bias + 127L));
        Vector256<double> unitsPerOne = ((Vector256.Create(2L * Bias + 23) - exponent) << FractionBits).AsDouble();
        Vector256<double> ulps = Vector256.Abs(wide - expected) * unitsPerOne;

        Vector128<float> isInfinite = Vector128.Equals(Vector128.Abs(actual), Vector128.Create(float.PositiveInfinity));
        Vector128<float> areNaN = ~Vector128.Equals(actual, actual) & ~Vector128.Equals(nearest, nearest);
        Vector128<int> right = ((isInfinite & Vector128.Equals(actual, nearest)) | areNaN).AsInt32();
        Vector256<long> isRight = Vector256.Create(Vector128.WidenLower(right), Vector128.WidenUpper(right));
        ulps = Vector256.ConditionalSelect(isRight.AsDouble(), Vector256<double>.Zero, ulps);
        return Vector256.ConditionalSelect(Vector256.Equals(ulps, ulps), ulps, Vector256.Create(double.PositiveInfinity));
    }
}
