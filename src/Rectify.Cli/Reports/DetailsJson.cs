using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Data;
using Rectify.Health;
using Rectify.Kernels;
using Rectify.Training;

namespace Rectify.Cli.Reports;

/// <summary>details.json: what is known of each unit at the end, and of the rows that the model is judged by.</summary>
internal static class DetailsJson
{
    // So many points show how answers lie; more only lie on each other.
    private const int MostAnswers = 500;

    public static JsonObject Of(TrainReport report, IReadOnlyList<LayerFacts> layers)
    {
        JsonObject json = new() { ["layers"] = new JsonArray([.. layers.Select(layer => (JsonNode)Of(layer))]) };
        if (report.Scores.Count == 0) { return json; }

        (string part, Score score) = report.Scores.Last();
        json["part"] = part;
        if (score is ClassScore classes) { json["confusion"] = ScoreJson.Confusion(report.Training.Model.Labels, classes); }
        if (report.Training.Data.Task == TaskKind.Regression) { json["answers"] = Answers(report.Training); }
        return json;
    }

    private static JsonObject Of(LayerFacts layer) => new()
    {
        ["name"] = layer.Census.Layer,
        ["activation"] = layer.Census.Activation,
        ["rows"] = layer.Census.Rows,
        ["dead_rows"] = layer.Census.DeadRows,
        ["zeros"] = layer.Census.Zeros,
        ["verdicts"] = Array(layer.Census.Verdicts.Select(v => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{v}"))),
        ["active_rows"] = Array(layer.Census.ActiveRows),
        ["largest_pre_activations"] = JsonNumbers.Array(layer.LargestPreActivations),
        ["biases"] = JsonNumbers.Array(layer.Biases),
        ["weight_norms"] = JsonNumbers.Array(layer.WeightNorms.Select(norm => (float)norm)),
        ["silent_since"] = new JsonArray([.. layer.SilentSince.Select(step => (JsonNode?)step)]),
        ["fan"] = HealthJson.Of(layer.Fan),
    };

    // Spread evenly over the rows that the model is judged by.
    private static JsonObject Answers(ModelTraining training)
    {
        int rows = training.Judged.Count, count = Math.Min(rows, MostAnswers);
        SampleSource judged = training.Judged.Take([.. Enumerable.Range(0, count).Select(i => (int)((long)i * rows / count))]);
        List<float> truths = [], answers = [];
        TargetEncoding target = training.Model.Pipeline.Target;
        new Evaluator(training.Model.Network, judged).ForEachBatch(judged, (output, targets) =>
        {
            for (int i = 0; i < output.Count; i++)
            {
                truths.Add((float)target.ToValue(targets[i]));
                answers.Add((float)target.ToValue(output.Row(i)[0]));
            }
        });
        return new() { ["rows"] = rows, ["true"] = JsonNumbers.Array(truths), ["predicted"] = JsonNumbers.Array(answers) };
    }

    private static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static JsonArray Array(IEnumerable<int> numbers) => [.. numbers.Select(number => (JsonNode)number)];
}
