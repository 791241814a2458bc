namespace Rectify.Reports.Languages;

/// <summary>
/// What the engine says, in another language. The engine speaks English, also in the files of runs that were made long ago; so the English
/// itself is the key, as gettext has it, and gaps stand for what differs from run to run.
/// </summary>
internal sealed class PhraseBook
{
    // Between the parts of a line.
    private const string Separator = " · ";

    private static readonly string[] EndsOfSentence = [". ", "? ", "! "];

    private readonly Dictionary<char, Phrase[]> _byFirst;
    private readonly Phrase[] _others;

    /// <exception cref="FormatException">A phrase has no translation, or a gap that is none.</exception>
    public PhraseBook(IEnumerable<string> lines)
    {
        string[] texts = [.. lines.Where(line => line.Trim() is not "" and not ['#', ..])];
        if (texts.Length % 2 != 0) { throw new FormatException("Every phrase needs a line below it that says the same."); }
        All = [.. texts.Chunk(2).Select(pair => new Phrase(pair[0].Trim(), pair[1].Trim()))
            .OrderByDescending(phrase => phrase.Literals.Sum(literal => literal.Length))];
        _others = [.. All.Where(phrase => phrase.English[0] == '{')];
        _byFirst = All.Except(_others).GroupBy(phrase => phrase.English[0]).ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>Those first that say most themselves.</summary>
    public IReadOnlyList<Phrase> All { get; }

    /// <summary>
    /// A text of the engine in the other language: part by part, as a phrase, or sentence by sentence; null where it has none.
    /// </summary>
    public string? Find(string english)
    {
        if (All.Count == 0 || english == "") { return null; }
        return english.Contains(Separator) ? OfParts(english) : OfPhrase(english) ?? OfSentences(english);
    }

    private string? OfPhrase(string english)
    {
        foreach (Phrase phrase in _byFirst.GetValueOrDefault(english[0], []).Concat(_others))
        {
            if (phrase.Translate(english, Find) is { } said) { return said; }
        }
        return null;
    }

    // The longest beginning that is a phrase, then the rest: some phrases are two sentences.
    private string? OfSentences(string english)
    {
        for (int at = english.Length - 1; at > 0; at--)
        {
            at = EndsOfSentence.Max(end => english.LastIndexOf(end, at, StringComparison.Ordinal));
            if (at <= 0) { return null; }
            if (OfPhrase(english[..(at + 1)]) is { } first && Find(english[(at + 2)..]) is { } rest) { return first + rest; }
        }
        return null;
    }

    // A part may be a name or a number, which is the same in every language.
    private string? OfParts(string english)
    {
        string[] parts = english.Split(Separator);
        string?[] said = [.. parts.Select(Find)];
        return said.All(text => text is null) ? null : string.Join(Separator, said.Zip(parts, (text, part) => text ?? part));
    }
}
