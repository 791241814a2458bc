using System.Text.Json.Nodes;
using Rectify.Training;

namespace Rectify.Cli.Reports;

/// <summary>Scores as JSON.</summary>
internal static class ScoreJson
{
    public static JsonObject Of(Score score)
    {
        JsonObject json = new() { ["rows"] = score.Rows };
        json.Put("loss", score.Loss);
        switch (score)
        {
            case ClassScore classes:
                json.Put("accuracy", classes.Accuracy);
                json.Put("balanced_accuracy", classes.BalancedAccuracy);
                break;
            case NumberScore numbers:
                json.Put("rmse", numbers.Rmse);
                json.Put("mae", numbers.Mae);
                json.Put("r2", numbers.R2);
                break;
        }
        return json;
    }

    public static JsonObject Confusion(IReadOnlyList<string> labels, ClassScore score) => new()
    {
        ["labels"] = new JsonArray([.. labels.Select(l => (JsonNode)l)]),
        ["counts"] = new JsonArray([.. score.Confusion.Select(row => (JsonNode)new JsonArray([.. row.Select(n => (JsonNode)n)]))]),
    };
}
