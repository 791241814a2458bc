using System.Text;
using Rectify.Reports.Charts;

namespace Rectify.Reports.Pages;

/// <summary>The style sheet of a page: its own rules, and the colours of all roles in light, in dark and on paper.</summary>
internal static class PageStyle
{
    public static string Text { get; } = Read();

    /// <summary>A style sheet or script as it is in its file.</summary>
    public static string Resource(string name)
    {
        using Stream stream = typeof(PageStyle).Assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Read()
    {
        return $":root{{{Palette.Variables(dark: false)}}}"
            + $"@media(prefers-color-scheme:dark){{:root{{{Palette.Variables(dark: true)}}}}}"
            + $"@media print{{:root{{{Palette.Variables(dark: false)}}}}}"
            + Palette.Classes() + "\n" + Resource("page.css");
    }
}
