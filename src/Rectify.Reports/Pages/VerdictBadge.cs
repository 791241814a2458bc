using Rectify.Reports.Languages;
using Rectify.Reports.Runs;

namespace Rectify.Reports.Pages;

/// <summary>A verdict with its sign, which is told by its shape before its colour.</summary>
internal static class VerdictBadge
{
    public static void Write(HtmlWriter html, string tag, RunStory run, Words words)
    {
        string state = VerdictText.StateOf(run);
        html.Open(tag, ("class", "verdict")).Raw(Icon(state)).Element("span", VerdictText.Of(run, words)).Close();
    }

    /// <summary>A hook in a circle, a triangle, a cross in an octagon, dots in a circle.</summary>
    public static string Icon(string state) => state switch
    {
        "ok" => Svg("s-green", "<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"M7.5 12.5l3 3 6-6.5\"/>"),
        "warning" => Svg("s-vermilion", "<path d=\"M12 3L22 20.5H2Z\"/><path d=\"M12 9.5v5M12 17.4v.1\"/>"),
        "error" => Svg("s-vermilion", "<path d=\"M8 2h8l6 6v8l-6 6H8l-6-6V8Z\"/><path d=\"M8.5 8.5l7 7M15.5 8.5l-7 7\"/>"),
        "hint" => Svg("s-blue", "<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"M12 11v6M12 7v.1\"/>"),
        _ => Svg("s-muted", "<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"M7.5 12v.1M12 12v.1M16.5 12v.1\"/>"),
    };

    private static string Svg(string role, string shapes)
        => $"<svg class=\"icon n {role}\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">{shapes}</svg>";
}
