using System.Globalization;

namespace Rectify.Cli.Settings;

/// <summary>What was typed behind an option, read as what the option takes; a text that is not that becomes a sentence.</summary>
internal readonly record struct SettingText(string Option, string Text)
{
    /// <summary>A finite number of at least <paramref name="least"/>, and below <paramref name="below"/>.</summary>
    public float Number(float least = 0, float below = float.PositiveInfinity)
    {
        bool valid = float.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out float number) && float.IsFinite(number);
        string range = float.IsFinite(below) ? Invariant($"from {least} to below {below}") : Invariant($"of {least} or more");
        return valid && number >= least && number < below ? number : throw Wrong($"a number {range}");
    }

    public int Whole(int least)
        => int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least ? number : throw Wrong($"a whole number of {least} or more");

    public ulong Seed()
        => ulong.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number) ? number : throw Wrong("a whole number of 0 or more");

    /// <summary>Whole numbers with commas between, or none.</summary>
    public IReadOnlyList<int> WholeList(int least)
    {
        if (Text == "none") { return []; }
        SettingText self = this;
        return [.. Text.Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n >= least
            ? n
            : throw self.Wrong($"whole numbers of {least} or more with commas between, as 64,64, or none"))];
    }

    /// <summary>One of a few words.</summary>
    public T OneOf<T>(params ReadOnlySpan<(string Word, T Value)> words)
    {
        foreach ((string word, T value) in words)
        {
            if (word == Text) { return value; }
        }
        List<string> known = [];
        foreach ((string word, _) in words) { known.Add(word); }
        throw Wrong("one of " + string.Join(", ", known));
    }

    /// <summary>A length of time: seconds, or a number with s, m or h.</summary>
    public TimeSpan Time()
    {
        char unit = Text.Length > 0 ? Text[^1] : ' ';
        double factor = unit switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 1 };
        string digits = char.IsLetter(unit) ? Text[..^1] : Text;
        bool valid = double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number > 0 && number * factor < 1e9;
        return valid && (!char.IsLetter(unit) || unit is 's' or 'm' or 'h') ? TimeSpan.FromSeconds(number * factor) : throw Wrong("a time, as 90s, 10m or 2h");
    }

    /// <summary>Two texts with = between.</summary>
    public (string Name, string Value) Pair(string example)
    {
        int at = Text.LastIndexOf('=');
        return at > 0 && at < Text.Length - 1 ? (Text[..at], Text[(at + 1)..]) : throw Wrong($"a name and a value, as {example}");
    }

    /// <summary>What <paramref name="read"/> makes of the text; its own sentence is kept where it throws one.</summary>
    public T Read<T>(Func<string, T> read)
    {
        try { return read(Text); }
        catch (ArgumentException e) { throw new UsageException($"{Option} {Text}: {e.Message}"); }
    }

    private UsageException Wrong(string wanted) => new($"{Option} takes {wanted}, but was given '{Text}'.");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
