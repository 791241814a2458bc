using System.Text;

namespace Rectify.Accuracy;

/// <summary>docs/accuracy.md: a row for each function, in the order of <see cref="Subjects.All"/>.</summary>
internal sealed class AccuracyPage
{
    /// <summary>Where it lies, from the root of the repository.</summary>
    public const string Path = "docs/accuracy.md";

    private const string Intro = """
        # Accuracy

        Written by `dotnet dev.cs ulp`, which holds every one of the 2³² single-precision numbers against a reference in double
        precision: the definition of the activation itself, run over numbers in double precision. A number is the largest error met,
        in units in the last place of the true value (0.5 is what rounding alone costs), at default settings; *where* is the input, of
        the function and of its derivative. NaN must give NaN, and infinities their limit. Near a point where a derivative crosses
        zero (within 0.1) units vanish, and the largest difference is given instead. The promise is 1, and 6e-8 near a zero. The bits
        are the same at every register width.

        Peers: libtorch 2.10, ONNX Runtime 1.31 and TensorPrimitives 10, forward, on about 7.7 million numbers over the range where
        each is meant to work (from −87.3 on for what fades like eˣ, from −5 on for gelu).

        | activation | max ULP forward | max ULP derivative | where | libtorch | ONNX Runtime | TensorPrimitives |
        |---|---|---|---|---|---|---|

        """;

    private readonly Dictionary<string, string> _rows = [];

    private AccuracyPage() { }

    /// <summary>The page as it is, or an empty one.</summary>
    public static AccuracyPage Read()
    {
        AccuracyPage page = new();
        foreach (string line in File.Exists(Path) ? File.ReadLines(Path) : [])
        {
            string name = line.Split('|') is [_, { } first, ..] ? first.Trim() : "";
            if (Subjects.All.Any(subject => subject.Name == name)) { page._rows[name] = line; }
        }
        return page;
    }

    /// <summary>Puts the row of a function in its place, and the page on disk.</summary>
    public void Write(Subject subject, Finding finding)
    {
        _rows[subject.Name] = Row(subject.Name, finding);
        StringBuilder text = new(Intro.ReplaceLineEndings("\n"));
        foreach (Subject known in Subjects.All)
        {
            if (_rows.TryGetValue(known.Name, out string? row)) { text.Append(row).Append('\n'); }
        }
        File.WriteAllText(Path, text.ToString());
    }

    private static string Row(string name, Finding finding)
    {
        SweepResult forward = finding.Forward;
        (string derivative, string where) = finding.Derivative is { } of
            ? (Ulps(of), $"{Place(forward)} · {Place(of)}")
            : ("", Place(forward));
        return $"| {name} | {Ulps(forward)} | {derivative} | {where} | {PeerErrors.Of(name)} |";
    }

    private static string Ulps(SweepResult result)
        => $"{result.Worst.Error:F4}" + (result.NearZero.Error > 0 ? $"; {result.NearZero.Error:G2} near 0" : "");

    private static string Place(SweepResult result) => result.Worst.Error == 0 ? "exact" : $"{result.Worst.At:G9}";
}
