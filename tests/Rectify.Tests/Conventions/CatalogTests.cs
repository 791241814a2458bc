using System.Reflection;
using Rectify.Activations;
using Rectify.Health;
using Rectify.Layers;
using Rectify.Training;

namespace Rectify.Tests.Conventions;

/// <summary>Whatever is defined is in its catalog: <c>Activations.CatalogTests</c> says the same of activations.</summary>
public sealed class CatalogTests
{
    private static readonly Assembly Core = typeof(Activation).Assembly;

    [Fact]
    public void Every_layer_is_in_the_catalog()
        => AssertListed<Layer>(LayerCatalog.All.Select(entry => LayerCatalog.Parse(entry.Example)));

    [Fact]
    public void Every_rule_is_in_the_catalog() => AssertListed<IHealthRule>(RuleCatalog.All);

    [Fact]
    public void Every_loss_is_in_the_catalog() => AssertListed<Loss>(LossCatalog.All.Select(entry => entry.Create(0, null)));

    [Fact]
    public void Every_optimizer_is_in_the_catalog()
        => AssertListed<Optimizer>(OptimizerCatalog.All.Select(entry => entry.Create(0, false)));

    [Fact]
    public void Names_in_a_catalog_are_unique()
        => Assert.All(
            (IEnumerable<string>[])
            [
                LayerCatalog.All.Select(entry => entry.Kind),
                RuleCatalog.All.Select(rule => rule.Id),
                LossCatalog.All.Select(entry => entry.Name),
                OptimizerCatalog.All.Select(entry => entry.Name),
            ],
            names => Assert.Equal(names.Distinct(), names));

    private static void AssertListed<T>(IEnumerable<T> listed)
        => Assert.Empty(Core.GetTypes()
            .Where(type => typeof(T).IsAssignableFrom(type) && !type.IsAbstract)
            .Except(listed.Select(item => item!.GetType())));
}
