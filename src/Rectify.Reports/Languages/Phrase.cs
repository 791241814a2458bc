using System.Globalization;

namespace Rectify.Reports.Languages;

/// <summary>
/// A sentence with gaps, in English and in another language. {0} is a gap for anything, such as a name; {#0} for a number; {*0} for what
/// is a phrase itself.
/// </summary>
internal sealed class Phrase
{
    private readonly List<Piece> _pieces = [];

    /// <exception cref="FormatException">A gap is not one.</exception>
    public Phrase(string english, string other)
    {
        (English, Other) = (english, other);
        for (int at = 0; at < english.Length;)
        {
            int open = english.IndexOf('{', at);
            if (open != at)
            {
                int end = open < 0 ? english.Length : open;
                _pieces.Add(new(english[at..end], GapKind.None, 0));
                at = end;
                continue;
            }
            int close = english.IndexOf('}', open);
            if (close < 0) { throw new FormatException($"'{english}' has a gap that does not end."); }
            string gap = english[(open + 1)..close];
            GapKind kind = gap[0] switch { '#' => GapKind.Number, '*' => GapKind.Phrase, _ => GapKind.Anything };
            _pieces.Add(new("", kind, int.Parse(gap.TrimStart('#', '*'), CultureInfo.InvariantCulture)));
            at = close + 1;
        }
    }

    private enum GapKind { None, Anything, Number, Phrase }

    /// <summary>As the engine says it.</summary>
    public string English { get; }

    /// <summary>The same in the other language, with the same gaps, all as {0}.</summary>
    public string Other { get; }

    /// <summary>The parts of the English between its gaps.</summary>
    public IEnumerable<string> Literals => _pieces.Where(piece => piece.Kind == GapKind.None).Select(piece => piece.Text);

    /// <summary>The numbers of its gaps, in the order of the English.</summary>
    public IEnumerable<int> Gaps => _pieces.Where(piece => piece.Kind != GapKind.None).Select(piece => piece.Gap);

    /// <summary>The text in the other language; null where it is not this sentence.</summary>
    /// <param name="text">English.</param>
    /// <param name="translate">Says what fills a gap for a phrase, or null where it is none.</param>
    public string? Translate(string text, Func<string, string?> translate)
    {
        string[] values = new string[_pieces.Count];
        return Fits(text, 0, 0, values, translate) ? string.Format(CultureInfo.InvariantCulture, Other, values) : null;
    }

    // A gap is as short as the rest allows.
    private bool Fits(string text, int at, int index, string[] values, Func<string, string?> translate)
    {
        if (index == _pieces.Count) { return at == text.Length; }
        Piece piece = _pieces[index];
        if (piece.Kind == GapKind.None)
        {
            return string.CompareOrdinal(text, at, piece.Text, 0, piece.Text.Length) == 0
                && Fits(text, at + piece.Text.Length, index + 1, values, translate);
        }

        string? next = index + 1 < _pieces.Count ? _pieces[index + 1].Text : null;
        for (int end = at + 1; end <= text.Length; end++)
        {
            if (next is null) { end = text.Length; }
            else if (next != "" && (end = text.IndexOf(next, end, StringComparison.Ordinal)) < 0) { return false; }
            string value = text[at..end];
            if (piece.Kind == GapKind.Number && !IsNumber(value)) { return false; }
            if (Fits(text, end, index + 1, values, translate)
                && (piece.Kind == GapKind.Phrase ? translate(value) : value) is { } said)
            {
                values[piece.Gap] = said;
                return true;
            }
        }
        return false;
    }

    // "1,234", "−0.5", "+1.2E-05", "NaN", "∞".
    private static bool IsNumber(string text)
        => text == "NaN" || text.AsSpan().IndexOfAnyExcept("0123456789.,+-−E∞") < 0;

    private sealed record Piece(string Text, GapKind Kind, int Gap);
}
