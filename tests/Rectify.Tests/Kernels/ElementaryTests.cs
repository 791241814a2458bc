using Rectify.Accuracy;
using Rectify.Activations;
using Rectify.Kernels;
using Rectify.Tests.Activations;
using Rectify.Tests.Conventions;

namespace Rectify.Tests.Kernels;

public sealed class ElementaryTests
{
    public static TheoryData<string> Functions { get; } =
        [.. from subject in Subjects.All where subject.Derivative is null select subject.Name];

    /// <remarks>`dotnet dev.cs ulp` takes all floats there are.</remarks>
    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_is_within_1_ulp(string name)
        => AssertWithinPromise(Subjects.All.First(known => known.Name == name).Forward, []);

    [Theory]
    [MemberData(nameof(EveryActivation.Texts), MemberType = typeof(EveryActivation))]
    public void An_activation_and_its_derivative_are_within_1_ulp(string text)
    {
        Activation activation = Activation.Parse(text);
        float[] places = [.. activation.Info.Kinks, .. activation.Info.TurningPoints];
        AssertWithinPromise(Measure.Forward(activation), places);
        AssertWithinPromise(Measure.Derivative(activation), places);
    }

    [Theory]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity, float.PositiveInfinity, 1, 1, 1, 0)]
    [InlineData(float.NegativeInfinity, 0, -1, -1, 0, 0, 0)]
    [InlineData(0f, 1, 0f, 0f, 0.5f, 0.5f, 0.3989423f)]
    [InlineData(float.NaN, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN)]
    public void Edges_are_exact(float x, float exp, float expM1, float tanh, float sigmoid, float cdf, float density)
    {
        float[] actual = [Of<Exp>(x), Of<ExpM1>(x), Of<Tanh>(x), Of<Sigmoid>(x), Of<NormalCdf>(x), Of<Density>(x)];
        Assert.True(SampleFloats.SameBits([exp, expM1, tanh, sigmoid, cdf, density], actual), string.Join(" ", actual));
    }

    [Fact]
    public void ExpM1_and_tanh_keep_minus_zero_and_a_denormal()
    {
        Assert.True(float.IsNegative(Of<ExpM1>(-0f)));
        Assert.True(float.IsNegative(Of<Tanh>(-0f)));
        Assert.Equal(-float.Epsilon, Of<ExpM1>(-float.Epsilon));
        Assert.Equal(float.Epsilon, Of<ExpM1>(float.Epsilon));
        Assert.Equal(float.Epsilon, Of<Tanh>(float.Epsilon));
    }

    [Fact]
    public void The_slope_of_a_sigmoid_goes_on_as_exactly_where_its_pieces_end()
        => AssertExact("sigmoid", from: 9, to: 9.5f, e => e / ((1 + e) * (1 + e)));

    [Fact]
    public void The_slope_of_silu_goes_on_as_exactly_where_its_pieces_end()
        => AssertExact("silu", from: -9.9f, to: -10.4f, e => (1 + e * (1 - Math.Log(e))) / ((1 + e) * (1 + e)));

    private static void AssertExact(string activation, float from, float to, Func<double, double> slope)
    {
        float[] x = [.. Enumerable.Range(0, 5000).Select(i => from + (to - from) * i / 5000)], slopes = new float[x.Length];
        Activation.Parse(activation).Derivative(x, slopes);
        Assert.All(x.Zip(slopes), place =>
        {
            double error = Math.Abs(place.Second - slope(Math.Exp(-place.First)));
            Assert.InRange(error / Math.Abs(MathF.BitIncrement(place.Second) - place.Second), 0, 0.6);
        });
    }

    [Fact]
    public void ExpM1_does_not_overflow_before_the_function_does()
        => Assert.InRange(Of<ExpM1>(88.72f), 3.3e38f, float.MaxValue);

    [Fact]
    public void Coefficients_are_what_their_generator_writes()
        => Assert.Equal(CoefficientFile.Text(), File.ReadAllText(Path.Combine(Repository.Root, CoefficientFile.Path)));

    private static void AssertWithinPromise(Measure measure, float[] places)
    {
        SweepResult result = Sweep.Over(measure, AccuracySamples.About(places));
        Assert.True(Finding.IsWithin(result), result.ToString());
    }

    private static float Of<TFunction>(float x) where TFunction : struct, IUnary => default(TFunction).Invoke<Lane1>(x).Value;

    private readonly struct Exp : IUnary { public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.Exp(x); }
    private readonly struct ExpM1 : IUnary { public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.ExpM1(x); }
    private readonly struct Tanh : IUnary { public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.Tanh(x); }
    private readonly struct Sigmoid : IUnary { public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.Sigmoid(x); }
    private readonly struct NormalCdf : IUnary { public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.NormalCdf(x); }
    private readonly struct Density : IUnary { public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.NormalDensity(x); }
}
