using System.Text.Json.Nodes;
using Rectify.Cli.Reports;
using Rectify.Cli.Settings;
using Rectify.Comparisons;
using Rectify.Reports.Charts;
using Rectify.Reports.Comparisons;
using Rectify.Reports.Pages;
using Rectify.Training;

namespace Rectify.Experiments;

/// <summary>Where experiments are done: how many seeds, how long, and where figures go.</summary>
/// <param name="isQuick">Two seeds and two epochs: whether everything runs, not what is found.</param>
/// <param name="figures">The folder of figures; null where none are written.</param>
/// <param name="place">Where tables are that experiments make.</param>
/// <param name="cancellation">Asks for an end.</param>
internal sealed class Lab(bool isQuick, string? figures, string place, CancellationToken cancellation)
{
    private const int QuickSeeds = 2, Seeds = 10, QuickEpochs = 2;
    private const ulong FirstSeed = 42;

    private string _name = "";
    private int _figure;

    /// <summary>Of experiments that make their networks by hand.</summary>
    public IReadOnlyList<ulong> SeedList => [.. Enumerable.Range(0, SeedCount).Select(i => FirstSeed + (ulong)i)];

    public CancellationToken Cancellation => cancellation;

    public int SeedCount => isQuick ? QuickSeeds : Seeds;

    public int EpochsOf(int wanted) => isQuick ? QuickEpochs : wanted;

    /// <summary>Figures are called by it from now on.</summary>
    public void Begin(Experiment experiment) => (_name, _figure) = (experiment.Name, 0);

    /// <summary>What `rectify compare` finds.</summary>
    /// <param name="command">As it is typed, without --seeds.</param>
    public ComparisonResult Compare(string command) => Compare(RequestOf(command));

    /// <summary>The same as what its page is made of.</summary>
    public ComparisonStory StoryOf(string command)
    {
        CompareRequest request = RequestOf(command);

        // As it is read from a file.
        string result = new CompareReport(request, Compare(request)).ToJson(_name).ToJsonString();
        return ComparisonReader.Read(_name, JsonNode.Parse(result)!.AsObject());
    }

    /// <summary>Writes a chart as a file, and returns the Markdown that shows it.</summary>
    public string Figure(Chart chart)
    {
        string file = $"{_name}-{++_figure}.svg";
        string svg = FigureFile.Svg(chart.Title, [(chart.Title, chart)]);
        if (figures is not null)
        {
            Directory.CreateDirectory(figures);
            File.WriteAllText(Path.Combine(figures, file), svg);
        }
        return $"![{chart.Title}: {chart.Summary}](figures/experiments/{file})";
    }

    private ComparisonResult Compare(CompareRequest request)
    {
        Func<TrainRequest, ModelTraining> prepare = DataSource.Open(request.Data, request.Common, cancellation);
        Comparison comparison = new(
            options => prepare(request.Common with { Options = options }),
            [.. request.Variants.Select(variant => new Variant(variant.Name, variant.Request.Options))])
        {
            Seeds = request.Seeds, LearningRates = request.LearningRates,
        };
        return comparison.Run(cancellation);
    }

    private CompareRequest RequestOf(string command)
    {
        string[] words = command.Split(' ');
        Dictionary<string, IReadOnlyList<string>> texts = [];
        for (int i = 2; i < words.Length; i++)
        {
            Setting setting = TrainSettings.All.Single(s => s.Name == words[i]);
            string text = setting.IsSwitch ? "true" : words[++i];
            texts[setting.Key] = [.. texts.GetValueOrDefault(setting.Key, []), text];
        }
        if (isQuick) { texts["epochs"] = ["2"]; }
        string data = words[1].EndsWith(".csv", StringComparison.Ordinal) ? MadeTables.Write(place, words[1]) : words[1];
        return CompareRequest.Of(data, texts, ConfigFile.None, SeedCount);
    }
}
