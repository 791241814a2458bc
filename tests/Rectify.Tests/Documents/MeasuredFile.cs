using System.Text;
using Rectify.Activations;
using Rectify.Tests.Conventions;

namespace Rectify.Tests.Documents;

/// <summary>What docs/accuracy.md and docs/performance.md say of each activation, as rows that the atlas shows.</summary>
internal static class MeasuredFile
{
    private static readonly int[] Widths = [256, 512];

    public static string Write()
    {
        string[] accuracy = Lines("docs/accuracy.md"), performance = Lines("docs/performance.md");
        StringBuilder file = new("activation,forward_ulp,derivative_ulp,bits,forward_ns,backward_ns,times_libtorch\n");
        foreach (string name in ActivationCatalog.All.Select(entry => entry.Info.Name))
        {
            string[]? errors = Row(accuracy, name);
            foreach (int bits in Widths)
            {
                string[] section = After(performance, $"## elementwise-16ki, {bits}-bit registers");
                string[]? forward = Row(After(section, "### forward, 1 thread"), name);
                string[]? backward = Row(After(section, "### backward, 1 thread"), name);
                if (errors is null || forward is null || backward is null) { continue; }
                string derivative = errors[2].Split(';')[0], ratio = forward[4].Split(' ')[0];
                file.Append($"{name},{errors[1]},{derivative},{bits},{forward[1]},{backward[1]},{ratio}\n");
            }
        }
        return file.ToString();
    }

    private static string[] Lines(string path) => File.ReadAllText(Repository.PathOf(path)).ReplaceLineEndings("\n").Split('\n');

    // What stands below a head, up to the end: the first row of a name there is the one that is meant.
    private static string[] After(string[] lines, string head) => [.. lines.SkipWhile(line => line != head).Skip(1)];

    private static string[]? Row(string[] lines, string name) => lines
        .FirstOrDefault(line => line.StartsWith($"| {name} |", StringComparison.Ordinal))
        ?.Trim('|').Split('|', StringSplitOptions.TrimEntries);
}
