using System.Text;
using Rectify.Comparisons;
using Rectify.Data;
using Rectify.Reports.Atlas;
using Rectify.Reports.Comparisons;
using Rectify.Reports.Languages;
using Rectify.Reports.Pages;
using Rectify.Reports.Runs;
using Rectify.Training;

namespace Rectify.Cli.Reports;

/// <summary>Writes reports as files.</summary>
internal static class ReportFile
{
    /// <exception cref="DataException">A folder is none of a run, or the place cannot be written to.</exception>
    public static void Write(string path, IReadOnlyList<RunStory> runs, Words words) => Files.Replace(path, stream =>
    {
        using StreamWriter writer = new(stream, leaveOpen: true);
        ReportPage.Write(runs, words, writer);
    });

    /// <summary>Writes the page about a comparison.</summary>
    /// <exception cref="DataException">It has not come to its end, or the place cannot be written to.</exception>
    public static void Write(string path, ComparisonStory comparison, Words words) => Files.Replace(path, stream =>
    {
        using StreamWriter writer = new(stream, leaveOpen: true);
        ComparisonPage.Write(comparison, words, writer);
    });

    /// <summary>Writes the atlas.</summary>
    /// <exception cref="DataException">The place cannot be written to.</exception>
    public static void WriteAtlas(string path, Words words) => Files.Replace(path, stream =>
    {
        using StreamWriter writer = new(stream, leaveOpen: true);
        AtlasPage.Write(ActivationPortrait.All, words, writer);
    });

    /// <exception cref="DataException">The place cannot be written to.</exception>
    public static void WriteText(string path, string text) => Files.Replace(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    public static RunStory Read(string path) => RunReader.Read(path, RepeatCommand.Of);

    /// <summary>Writes the report of a run that has just ended, whose result must not be lost for want of a page about it.</summary>
    /// <returns>Why it was not written; null where it was.</returns>
    public static string? TryWrite(RunFolder run, Words words) => Try(() => Write(run.ReportPath, [Read(run.Path)], words));

    /// <summary>The same of a comparison.</summary>
    /// <returns>Why it was not written; null where it was.</returns>
    public static string? TryWrite(ComparisonFolder folder, Words words)
        => Try(() => Write(folder.PagePath, ComparisonReader.Read(folder.Path), words));

    private static string? Try(Action write)
    {
        try
        {
            write();
            return null;
        }
        catch (Exception e) { return e.Message; }
    }
}
