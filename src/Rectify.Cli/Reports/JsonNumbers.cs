using System.Text.Json.Nodes;

namespace Rectify.Cli.Reports;

/// <summary>Numbers in JSON, which has none that are not finite: such a one is null, with a field beside it that says which.</summary>
internal static class JsonNumbers
{
    /// <summary>Numbers one after the other; one that is not finite is null.</summary>
    public static JsonArray Array(IEnumerable<float> values)
        => [.. values.Select(value => float.IsFinite(value) ? (JsonNode)value : null)];

    public static void Put(this JsonObject json, string name, double value)
    {
        json[name] = double.IsFinite(value) ? value : null;
        if (!double.IsFinite(value)) { json[name + "_status"] = double.IsNaN(value) ? "nan" : value > 0 ? "infinity" : "-infinity"; }
    }
}
