using Rectify.Activations;
using Rectify.Training;

namespace Rectify.Cli.Tests.Settings;

/// <summary>Whatever a catalog holds can be typed, and trains.</summary>
public sealed class CatalogTests
{
    public static TheoryData<string, string> Names =>
    [
        .. ActivationCatalog.All.Select(a => ("--activation", a.Info.Name)),
        .. OptimizerCatalog.All.Select(o => ("--optimizer", o.Name)),
        .. Schedule.All.Select(s => ("--schedule", s.Name)),
        .. LossCatalog.All.Select(l => ("--loss", l.Name)),
        .. new[]
        {
            "he", "he-normal", "he-uniform", "glorot", "glorot-normal", "glorot-uniform", "lecun", "lecun-normal", "lecun-uniform",
            "orthogonal", "lsuv", "normal:0.1", "uniform:0.1",
        }.Select(i => ("--init", i)),
    ];

    public static TheoryData<string> LossesOfNumbers => [.. LossCatalog.All.Where(l => !l.IsForClasses).Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_name_trains(string option, string name)
    {
        using Workplace here = new();
        Ended train = here.Run("train", "moons", "--hidden", "8", "--epochs", "2", "--json", option, name).Succeeds();
        Assert.NotNull(train.Json["metrics"]!["test"]!["loss"]);
    }

    [Theory]
    [MemberData(nameof(LossesOfNumbers))]
    public void Every_loss_of_numbers_trains(string loss)
    {
        using Workplace here = new();
        here.Write("houses.csv", Tables.Houses());
        Ended train = here.Run("train", "houses.csv", "--target", "price", "--epochs", "2", "--loss", loss, "--json").Succeeds();
        Assert.NotNull(train.Json["metrics"]!["test"]!["loss"]);
    }
}
