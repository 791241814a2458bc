using System.Globalization;
using Rectify.Cli.Output;
using Rectify.Cli.Settings;
using Rectify.Data;
using Rectify.Health;
using Rectify.Models;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Cli.Reports;

/// <summary>What is said before training: the data, the split, the network.</summary>
internal static class TrainSummary
{
    private static readonly (ColumnType Type, string One, string Many)[] KindNames =
        [(ColumnType.Number, "number", "numbers"), (ColumnType.Category, "category", "categories"), (ColumnType.Date, "date", "dates")];

    public static void Say(Terminal terminal, ModelTraining training, TrainRequest request)
    {
        terminal.Say("data", Data(training.Data));
        terminal.Say(training.Data.Notices);
        terminal.Say("split", Split(training, request));
        terminal.Say("task", Task(training.Data, request));
        terminal.Say("model", Network(training));
        if (Chosen(training, request.Options) is { Length: > 0 } chosen) { terminal.Say("chosen", chosen); }
        if (ImbalancedLabels.IsImbalanced(training.Data.ClassCounts)) { terminal.Warn(Imbalance(training.Data)); }
    }

    /// <summary>"4→64→64→3 · relu · he-normal · 4,675 parameters".</summary>
    public static string Network(ModelTraining training)
    {
        NetworkDesign design = training.Design;
        Network network = training.Model.Network;
        string[] hidden = [.. design.Channels!.Select(channels => $"conv {channels}"), .. design.Hidden!.Select(units => $"{units}")];
        string activation = hidden.Length == 0 ? "" : design.Maxout > 0 ? $" · maxout of {design.Maxout}" : $" · {design.Activation}";
        string output = design.OutputActivation is { } o ? $" · output {o}" : "";
        string parameters = Invariant($"{network.ParameterCount:N0} parameters");
        string layers = string.Join('→', (string[])[$"{network.InputShape}", .. hidden, $"{network.OutputShape}"]);
        return $"{layers}{activation}{output} · {training.Initializer} · {parameters}";
    }

    // What images decide where it was left to them.
    private static string Chosen(ModelTraining training, TrainOptions asked)
    {
        TrainOptions decided = training.Options;
        if (training.Data is not ImageData) { return ""; }
        (bool IsOpen, string Text)[] choices =
        [
            (asked.Schedule is null, $"--schedule {decided.Schedule!.Name}"),
            (asked.Warmup is null, $"--warmup {decided.Warmup}"),
            (asked.Augmentation is null && !decided.OfData.Augmentation.IsNone, $"--augment {decided.OfData.Augmentation}"),
        ];
        return string.Join(" · ", choices.Where(choice => choice.IsOpen).Select(choice => choice.Text));
    }

    private static string Split(ModelTraining training, TrainRequest request)
    {
        string? own = request.TestFile is { } file ? Path.GetFileName(file) : (training.Data as ImageData)?.Parts.Test?.Name;
        string test = own is null ? "" : $" ({own})";
        string counts = Invariant(
            $"{training.Training.Count:N0} train / {training.Validation.Count:N0} validation / {training.Test.Count:N0} test");
        string how = training.Data.Task == TaskKind.Reconstruction ? "random" : "stratified";
        return $"{counts}{test} · {how} · seed {request.Options.Seed}";
    }

    /// <summary>"churned=yes is 26.5 % of rows; judging by balanced accuracy. Try --class-weight balanced".</summary>
    private static string Imbalance(LearningData data)
    {
        int rarest = data.ClassCounts.Index().MinBy(c => c.Item).Index;
        double share = 100.0 * data.ClassCounts[rarest] / data.ClassCounts.Sum();
        string rare = $"{data.Pipeline.Target.Name}={data.Labels[rarest]}";
        return Invariant($"{rare} is {share:F1} % of rows; judging by balanced accuracy. Try --class-weight balanced");
    }

    private static string Counted((int Count, string One, string Many) what) => $"{what.Count} {(what.Count == 1 ? what.One : what.Many)}";

    private static string Data(LearningData data) => data switch
    {
        TableData table => Data(table.Plan),
        ImageData images => Data(images.Parts),
        _ => "",
    };

    private static string Data(ImageParts parts)
    {
        ImageSet images = parts.Training;
        int count = images.Count + (parts.Test?.Count ?? 0);
        string colour = images.Shape.Units == 1 ? "grey" : "colour";
        string classes = images.Labels.Count == 0 ? "" : $" · {images.Labels.Count} classes";
        return Invariant($"{count:N0} images of {images.Shape.First}x{images.Shape.Second}, {colour}{classes}");
    }

    private static string Data(TablePlan plan)
    {
        Column[] inputs = [.. plan.Inputs];
        IEnumerable<string> kinds = KindNames
            .Select(kind => (Count: inputs.Count(c => c.Type == kind.Type), kind.One, kind.Many))
            .Where(kind => kind.Count > 0)
            .Select(Counted);
        return Invariant($"{plan.Table.RowCount:N0} rows · {Counted((inputs.Length, "column", "columns"))} ({string.Join(", ", kinds)})");
    }

    private static string Task(LearningData data, TrainRequest request)
    {
        string name = data.Pipeline.Target.Name, other = data.Task == TaskKind.Classification ? "regression" : "classification";
        bool mayOverride = request.Options.Task is null && data is TableData { Plan.Target: NumberColumn };
        string how = mayOverride ? $" · override: --task {other}" : "";
        if (data.Task == TaskKind.Reconstruction) { return $"reconstruction of {data.Pipeline.OutputCount:N0} inputs"; }
        if (data.Task == TaskKind.Regression) { return $"regression of {name}{how}"; }
        string labels = string.Join(", ", data.Labels.Take(8)) + (data.Labels.Count > 8 ? ", …" : "");
        return $"classification of {name}: {data.Labels.Count} classes ({labels}){how}";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
