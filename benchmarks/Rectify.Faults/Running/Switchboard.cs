using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Rectify.Faults;

/// <summary>
/// A file with several faults in it, each behind a switch, of which the tests turn one on: compiling core takes longer than most tests.
/// </summary>
internal sealed class Switchboard
{
    /// <summary>The environment variable that holds the number of the fault that is on: from 1, or 0 for none.</summary>
    public const string Variable = "RECTIFY_FAULT";

    /// <summary>What is compiled beside the file: a constant for the runtime's compiler, so that a switch costs next to nothing.</summary>
    public const string Code = $$"""
        namespace Rectify;

        internal static class Planted
        {
            private static readonly int Number = int.Parse(System.Environment.GetEnvironmentVariable("{{Variable}}") ?? "0");

            [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
            public static bool Is(int number) => Number == number;
        }
        """;

    private readonly TextSpan[] _places;

    private Switchboard(SourceText text, TextSpan[] places) => (Text, _places) = (text, places);

    /// <summary>The file.</summary>
    public SourceText Text { get; }

    /// <summary>Puts switches into a file.</summary>
    /// <param name="text">The file as it is.</param>
    /// <param name="faults">Faults with sites that do not overlap, in the order of the file. The first has number 1.</param>
    public static Switchboard Of(SourceText text, IReadOnlyList<Fault> faults)
    {
        StringBuilder changed = new();
        TextSpan[] places = new TextSpan[faults.Count];
        int done = 0;
        foreach ((int index, Fault fault) in faults.Index())
        {
            TextSpan site = fault.Site!.Span;
            changed.Append(text.ToString(TextSpan.FromBounds(done, site.Start)));
            int start = changed.Length;
            changed.Append(Switch(text, fault, index + 1));
            places[index] = TextSpan.FromBounds(start, changed.Length);
            done = site.End;
        }
        changed.Append(text.ToString(TextSpan.FromBounds(done, text.Length)));
        return new(SourceText.From(changed.ToString()), places);
    }

    /// <summary>The index of the fault at a place of <see cref="Text"/>; −1 where there is none.</summary>
    public int At(TextSpan place) => Array.FindIndex(_places, span => span.IntersectsWith(place));

    private static string Switch(SourceText text, Fault fault, int number)
    {
        TextSpan site = fault.Site!.Span;
        string right = text.ToString(site);
        int start = fault.Span.Start - site.Start;
        string wrong = right.Remove(start, fault.Span.Length).Insert(start, fault.Replacement);
        string isOn = $"global::Rectify.Planted.Is({number})";
        return site.IsEmpty ? $"if ({isOn}) {{ {wrong} }} "
            : fault.Site.IsStatement ? $"if ({isOn}) {{ {wrong} }} else {{ {right} }}"
            : $"({isOn} ? ({wrong}) : ({right}))";
    }
}
