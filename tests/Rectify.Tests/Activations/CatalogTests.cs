using Rectify.Activations;
using Rectify.Kernels;
using Rectify.Tests.Kernels;

namespace Rectify.Tests.Activations;

public sealed class CatalogTests
{
    [Fact]
    public void Every_definition_is_in_the_catalog()
    {
        Type[] contracts = [typeof(IActivation<>), typeof(ISlopedActivation<>)];
        IEnumerable<Type> definitions = typeof(Activation).Assembly.GetTypes().Where(type => type.IsValueType && type.GetInterfaces()
            .Any(contract => contract.IsGenericType && contracts.Contains(contract.GetGenericTypeDefinition())));
        Assert.Empty(definitions.Except(ActivationCatalog.All.Select(entry => entry.Definition)));
    }

    [Fact]
    public void Names_are_unique_and_made_of_small_letters_digits_and_dashes()
    {
        string[] names = [.. ActivationCatalog.All.Select(entry => entry.Info.Name)];
        Assert.Equal(names.Distinct(), names);
        Assert.All(names, name => Assert.Matches("^[a-z][a-z0-9-]*$", name));
    }

    [Fact]
    public void Every_entry_is_explained()
        => Assert.All(
            ActivationCatalog.All.Select(entry => entry.Info),
            info => Assert.DoesNotContain("", (string[])[info.Summary, info.Formula, info.Source]));

    [Fact]
    public void Straight_pieces_are_active_where_the_derivative_is_not_0_and_curves_from_1_percent_on()
    {
        Assert.Equal(0, Activation.Parse("relu").ActiveThreshold);
        Assert.Equal(0.01f, Activation.Parse("gelu").ActiveThreshold);
    }

    [Theory]
    [MemberData(nameof(EveryActivation.Texts), MemberType = typeof(EveryActivation))]
    public void Straight_pieces_have_one_derivative_each(string text)
    {
        Activation activation = Activation.Parse(text);
        float[] inputs = SampleFloats.Even(9, 501), derivatives = new float[inputs.Length];
        activation.Derivative(inputs, derivatives);
        Assert.Equal(activation.Info.IsPiecewiseLinear, derivatives.Distinct().Count() <= activation.Info.Kinks.Count + 1);
    }

    [Fact]
    public void An_activation_of_the_users_own_needs_no_entry()
    {
        Activation activation = Activation.Of<Hump>();
        float[] output = new float[2], inputGradient = new float[2];
        activation.Forward([0, 2], output);
        activation.Backward([0, 2], [1, 1], inputGradient);
        Assert.Equal([0, 0.8f], output);
        Assert.Equal([2, -0.24f], inputGradient);
        Assert.Equal("hump", activation.ToString());
    }

    /// <summary>As a user of the library would write one.</summary>
    private readonly record struct Hump : IActivation<Hump>
    {
        public static ActivationInfo Info { get; } = new("hump")
        {
            Summary = "Rises, then falls.",
            Formula = "2x/(1 + x²)",
            Source = "this test",
        };

        public T Forward<T>(T x) where T : struct, ILane<T> => 2 * x / (1 + x * x);
        public T Derivative<T>(T x) where T : struct, ILane<T> => 2 * (1 - x * x) / ((1 + x * x) * (1 + x * x));
    }
}
