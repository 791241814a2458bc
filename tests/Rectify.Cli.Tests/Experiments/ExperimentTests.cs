using System.Text.RegularExpressions;
using Rectify.Experiments;

namespace Rectify.Cli.Tests.Experiments;

/// <summary>Every experiment in quick mode, and the page of all of them.</summary>
public sealed partial class ExperimentTests
{
    public static TheoryData<string> Names => [.. ExperimentCatalog.All.Select(experiment => experiment.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_runs_and_shows_what_it_found(string name)
    {
        using Workplace here = new();
        Experiment experiment = ExperimentCatalog.All.Single(one => one.Name == name);
        string figures = here.PathOf("figures");
        string section = ExperimentPage.SectionOf(experiment, new Lab(isQuick: true, figures, here.Folder, default));

        Assert.StartsWith($"\n## {experiment.Title}\n", section);
        Assert.Contains("|---|", section);
        Assert.All(Figure.Matches(section), figure => Assert.True(File.Exists(Path.Combine(figures, figure.Groups["file"].Value))));
        Assert.NotEmpty(experiment.Remarks);
    }

    [Fact]
    public void The_page_has_every_experiment_with_its_remarks_and_figures()
    {
        string root = Repository(), page = File.ReadAllText(Path.Combine(root, "docs", "experiments.md"));
        Assert.All(ExperimentCatalog.All, experiment =>
        {
            Assert.Contains($"\n## {experiment.Title}\n", page);
            Assert.Contains(experiment.Remarks, page);
        });
        Assert.All(Figure.Matches(page), figure
            => Assert.True(File.Exists(Path.Combine(root, "docs", "figures", "experiments", figure.Groups["file"].Value))));
    }

    private static string Repository()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rectify.slnx"))) { folder = folder.Parent!; }
        return folder.FullName;
    }

    [GeneratedRegex(@"\]\(figures/experiments/(?<file>[\w-]+\.svg)\)")]
    private static partial Regex Figure { get; }
}
