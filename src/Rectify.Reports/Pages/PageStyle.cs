using System.Text;
using Rectify.Reports.Charts;

namespace Rectify.Reports.Pages;

/// <summary>The style sheet of a page: its own rules, and the colours of all roles in light, in dark and on paper.</summary>
internal static class PageStyle
{
    public static string Text { get; } = Read();

    private static string Read()
    {
        using Stream stream = typeof(PageStyle).Assembly.GetManifestResourceStream("page.css")!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return $":root{{{Palette.Variables(dark: false)}}}"
            + $"@media(prefers-color-scheme:dark){{:root{{{Palette.Variables(dark: true)}}}}}"
            + $"@media print{{:root{{{Palette.Variables(dark: false)}}}}}"
            + Palette.Classes() + "\n" + reader.ReadToEnd();
    }
}
