using System.Diagnostics;
using System.Text;

namespace Rectify.Experiments;

/// <summary>Does experiments, and writes docs/experiments.md when all were done in full.</summary>
internal static class ExperimentCommand
{
    private const string PagePath = "docs/experiments.md", Figures = "docs/figures/experiments";

    public static int Run(IReadOnlyList<string> names, bool isQuick, CancellationToken stop)
    {
        Experiment[] chosen = [.. ExperimentCatalog.All.Where(one => names.Count == 0 || names.Contains(one.Name))];
        if (names.Except(chosen.Select(one => one.Name)).FirstOrDefault() is { } unknown)
        {
            Console.Error.WriteLine(
                $"There is no experiment '{unknown}'. Known: {string.Join(", ", ExperimentCatalog.All.Select(one => one.Name))}.");
            return 2;
        }
        bool writes = names.Count == 0 && !isQuick;
        string place = Directory.CreateTempSubdirectory("rectify-experiments").FullName;
        try
        {
            Lab lab = new(isQuick, writes ? Figures : null, place, stop);
            StringBuilder page = new(ExperimentPage.Head);
            foreach (Experiment one in chosen)
            {
                Stopwatch clock = Stopwatch.StartNew();
                string section = ExperimentPage.SectionOf(one, lab);
                page.Append(section);
                Console.WriteLine(writes ? $"done {one.Name}, {clock.Elapsed.TotalSeconds:F0} s" : section);
            }
            if (!writes) { return 0; }
            File.WriteAllText(PagePath, page.ToString());
            Console.WriteLine($"wrote {PagePath}");
            return 0;
        }
        catch (OperationCanceledException) { return 130; }
        finally { Directory.Delete(place, recursive: true); }
    }
}
