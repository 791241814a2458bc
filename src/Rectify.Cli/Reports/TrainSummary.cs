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

    public static void Say(Terminal terminal, TableTraining training, TrainRequest request)
    {
        TablePlan plan = training.Plan;
        terminal.Say("data", Data(plan));
        terminal.Say(plan.Table.Notices.Concat(plan.Notices));
        terminal.Say("split", Split(training, request));
        terminal.Say("task", Task(plan, request));
        terminal.Say("model", Network(training, request));
        if (ImbalancedLabels.IsImbalanced(training.ClassCounts)) { terminal.Warn(Imbalance(training)); }
    }

    /// <summary>"4→64→64→3 · relu · he-normal · 4,675 parameters".</summary>
    public static string Network(TableTraining training, TrainRequest request)
    {
        Model model = training.Model;
        IEnumerable<int> widths = [model.Pipeline.InputWidth, .. request.Options.Design.Hidden, model.Network.OutputShape.Length];
        MlpDesign design = request.Options.Design;
        string hidden = design.Hidden.Count == 0 ? "" : design.Maxout > 0 ? $" · maxout of {design.Maxout}" : $" · {design.Activation}";
        string output = design.OutputActivation is { } o ? $" · output {o}" : "";
        string parameters = Invariant($"{training.Model.Network.ParameterCount:N0} parameters");
        return $"{string.Join('→', widths)}{hidden}{output} · {training.Initializer} · {parameters}";
    }

    private static string Split(TableTraining training, TrainRequest request)
    {
        string test = request.TestFile is { } file ? $" ({Path.GetFileName(file)})" : "";
        string counts = Invariant(
            $"{training.Training.Count:N0} train / {training.Validation.Count:N0} validation / {training.Test.Count:N0} test");
        return $"{counts}{test} · stratified · seed {request.Options.Seed}";
    }

    /// <summary>"churned=yes is 26.5 % of rows; judging by balanced accuracy. Try --class-weight balanced".</summary>
    private static string Imbalance(TableTraining training)
    {
        int rarest = training.ClassCounts.Index().MinBy(c => c.Item).Index;
        double share = 100.0 * training.ClassCounts[rarest] / training.ClassCounts.Sum();
        string rare = $"{training.Plan.Target.Name}={training.Plan.Labels[rarest]}";
        return Invariant($"{rare} is {share:F1} % of rows; judging by balanced accuracy. Try --class-weight balanced");
    }

    private static string Counted((int Count, string One, string Many) what) => $"{what.Count} {(what.Count == 1 ? what.One : what.Many)}";

    private static string Data(TablePlan plan)
    {
        Column[] inputs = [.. plan.Inputs];
        IEnumerable<string> kinds = KindNames
            .Select(kind => (Count: inputs.Count(c => c.Type == kind.Type), kind.One, kind.Many))
            .Where(kind => kind.Count > 0)
            .Select(Counted);
        return Invariant($"{plan.Table.RowCount:N0} rows · {Counted((inputs.Length, "column", "columns"))} ({string.Join(", ", kinds)})");
    }

    private static string Task(TablePlan plan, TrainRequest request)
    {
        string other = plan.Task == TaskKind.Classification ? "regression" : "classification";
        string how = request.Options.Task is null ? $" · override: --task {other}" : "";
        if (plan.Task == TaskKind.Regression) { return $"regression of {plan.Target.Name}{how}"; }
        string labels = string.Join(", ", plan.Labels.Take(8)) + (plan.Labels.Count > 8 ? ", …" : "");
        return $"classification of {plan.Target.Name}: {plan.Labels.Count} classes ({labels}){(plan.Target is NumberColumn ? how : "")}";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
