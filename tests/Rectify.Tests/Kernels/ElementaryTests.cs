using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed class ElementaryTests
{
    private static readonly float[] s_inputs =
        [.. SampleFloats.Edges, .. SampleFloats.AllExponents(150), .. SampleFloats.Even(20, 40_000), .. SampleFloats.Even(110, 40_000)];

    [Fact]
    public void Exp_is_within_2_ulp() => AssertWithin(2, x => Elementary.Exp<Lane1>(x).Value, Math.Exp);

    [Fact]
    public void ExpM1_is_within_2_ulp() => AssertWithin(2, x => Elementary.ExpM1<Lane1>(x).Value, Precise.ExpM1);

    [Fact]
    public void Log1P_is_within_2_ulp()
        => AssertWithin(2, x => Elementary.Log1P<Lane1>(MathF.Abs(x)).Value, x => Precise.Log1P(Math.Abs(x)));

    [Fact]
    public void Tanh_is_within_4_ulp() => AssertWithin(4, x => Elementary.Tanh<Lane1>(x).Value, Precise.Tanh);

    [Fact]
    public void Sigmoid_is_within_3_ulp() => AssertWithin(3, x => Elementary.Sigmoid<Lane1>(x).Value, Precise.Sigmoid);

    [Fact]
    public void NormalCdf_is_within_4_ulp_in_its_tail_too()
        => AssertWithin(4, x => Elementary.NormalCdf<Lane1>(x).Value, Precise.NormalCdf);

    [Fact]
    public void NormalDensity_is_within_3_ulp()
        => AssertWithin(3, x => Elementary.NormalDensity<Lane1>(x).Value, Precise.NormalDensity);

    [Theory]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity, float.PositiveInfinity, 1, 1, 1, 0)]
    [InlineData(float.NegativeInfinity, 0, -1, -1, 0, 0, 0)]
    [InlineData(0f, 1, 0f, 0f, 0.5f, 0.5f, 0.3989423f)]
    [InlineData(float.NaN, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN)]
    public void Edges_are_exact(float x, float exp, float expM1, float tanh, float sigmoid, float cdf, float density)
    {
        Lane1 lane = x;
        float[] actual =
        [
            Elementary.Exp(lane).Value, Elementary.ExpM1(lane).Value, Elementary.Tanh(lane).Value,
            Elementary.Sigmoid(lane).Value, Elementary.NormalCdf(lane).Value, Elementary.NormalDensity(lane).Value,
        ];
        Assert.True(SampleFloats.SameBits([exp, expM1, tanh, sigmoid, cdf, density], actual), string.Join(" ", actual));
    }

    [Fact]
    public void ExpM1_and_tanh_keep_minus_zero_and_a_denormal()
    {
        Assert.True(float.IsNegative(Elementary.ExpM1<Lane1>(-0f).Value));
        Assert.True(float.IsNegative(Elementary.Tanh<Lane1>(-0f).Value));
        Assert.Equal(-float.Epsilon, Elementary.ExpM1<Lane1>(-float.Epsilon).Value);
        Assert.Equal(float.Epsilon, Elementary.Tanh<Lane1>(float.Epsilon).Value);
    }

    [Fact]
    public void ExpM1_does_not_overflow_before_the_function_does()
        => Assert.InRange(Elementary.ExpM1<Lane1>(88.72f).Value, 3.3e38f, float.MaxValue);

    private static void AssertWithin(double limit, Func<float, float> actual, Func<double, double> expected)
    {
        foreach (float x in s_inputs)
        {
            double error = Precise.Ulps(actual(x), expected(x));
            Assert.True(error <= limit, $"At {x:G9}: {actual(x):G9} instead of {expected(x):G9}, {error:F2} units in the last place.");
        }
    }
}
