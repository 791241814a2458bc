using System.Globalization;
using Rectify.Cli.Settings;
using Rectify.Data;
using Rectify.Training;

namespace Rectify.Cli.Reports;

/// <summary>What is said before training: the data, the split, the network.</summary>
internal static class TrainSummary
{
    public static IEnumerable<(string Label, string Text)> Before(TableTraining training, TrainRequest request)
    {
        TablePlan plan = training.Plan;
        yield return ("data", Data(plan));
        foreach (Notice notice in plan.Table.Notices.Concat(plan.Notices).Where(n => n.Kind != NoticeKind.Warning)) { yield return ("", notice.Text); }

        string test = request.TestFile is { } file ? $"{training.Test.Count:N0} test ({Path.GetFileName(file)})" : $"{training.Test.Count:N0} test";
        yield return ("split", Invariant($"{training.Training.Count:N0} train / {training.Validation.Count:N0} validation / {test} · stratified · seed {request.Options.Seed}"));
        yield return ("task", Task(plan, request));
        yield return ("model", Network(training, request));
    }

    /// <summary>"4→64→64→3 · relu · he-normal · 4,675 parameters".</summary>
    public static string Network(TableTraining training, TrainRequest request)
    {
        IEnumerable<int> widths = [training.Model.Pipeline.InputWidth, .. request.Options.Design.Hidden, training.Model.Network.OutputShape.Length];
        string activation = request.Options.Design.Maxout > 0 ? $"maxout of {request.Options.Design.Maxout}" : request.Options.Design.Activation.ToString();
        string output = request.Options.Design.OutputActivation is { } o ? $" · output {o}" : "";
        return Invariant($"{string.Join('→', widths)} · {activation}{output} · {training.Initializer} · {training.Model.Network.ParameterCount:N0} parameters");
    }

    /// <summary>"churned=yes is 26.5 % of rows; judging by balanced accuracy. Try --class-weight balanced".</summary>
    public static string Imbalance(TableTraining training)
    {
        int rarest = training.ClassCounts.Index().MinBy(c => c.Item).Index;
        double share = 100.0 * training.ClassCounts[rarest] / training.ClassCounts.Sum();
        return Invariant($"{training.Plan.Target.Name}={training.Plan.Labels[rarest]} is {share:F1} % of rows; judging by balanced accuracy. Try --class-weight balanced");
    }

    private static string Data(TablePlan plan)
    {
        Column[] inputs = [.. plan.Inputs];
        string[] kinds =
        [
            .. new (ColumnType Type, string One, string Many)[] { (ColumnType.Number, "number", "numbers"), (ColumnType.Category, "category", "categories"), (ColumnType.Date, "date", "dates") }
                .Select(k => (k, Count: inputs.Count(c => c.Type == k.Type)))
                .Where(k => k.Count > 0)
                .Select(k => $"{k.Count} {(k.Count == 1 ? k.k.One : k.k.Many)}"),
        ];
        return Invariant($"{plan.Table.RowCount:N0} rows · {inputs.Length} {(inputs.Length == 1 ? "column" : "columns")} ({string.Join(", ", kinds)})");
    }

    private static string Task(TablePlan plan, TrainRequest request)
    {
        string how = request.Options.Task is null ? plan.Task == TaskKind.Classification ? " · override: --task regression" : " · override: --task classification" : "";
        if (plan.Task == TaskKind.Regression) { return $"regression of {plan.Target.Name}{how}"; }
        string labels = string.Join(", ", plan.Labels.Take(8)) + (plan.Labels.Count > 8 ? ", …" : "");
        return $"classification of {plan.Target.Name}: {plan.Labels.Count} classes ({labels}){(plan.Target is NumberColumn ? how : "")}";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
