namespace Rectify.Data;

/// <summary>The texts that say that a cell has no value.</summary>
internal sealed class MissingTexts
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _texts, _given;

    /// <param name="given">Texts beside those that always count as missing.</param>
    public MissingTexts(IEnumerable<string> given)
    {
        string[] trimmed = [.. given.Select(text => text.Trim())];
        _given = Lookup(trimmed);
        _texts = Lookup(["", "NA", "N/A", "#N/A", "NaN", "null", "nil", "?", .. trimmed]);
    }

    /// <param name="text">A trimmed cell.</param>
    public bool Contains(ReadOnlySpan<char> text) => _texts.Contains(text);

    /// <summary>Whether the cell says NaN, which in a column of numbers is a result gone wrong and worth a word.</summary>
    public bool IsUnexpectedNaN(ReadOnlySpan<char> text)
        => text.Equals("NaN", StringComparison.OrdinalIgnoreCase) && !_given.Contains(text);

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(IEnumerable<string> texts)
        => new HashSet<string>(texts, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
