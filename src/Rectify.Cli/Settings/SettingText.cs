using System.Globalization;

namespace Rectify.Cli.Settings;

/// <summary>What was typed behind an option, read as what the option takes; a text that is not that becomes a sentence.</summary>
internal readonly record struct SettingText(string Option, string Text)
{
    // Thirty years; a TimeSpan would overflow at some point.
    private const double LongestSeconds = 1e9;

    /// <summary>A finite number of at least <paramref name="least"/>, and below <paramref name="below"/>.</summary>
    /// <param name="least">The smallest.</param>
    /// <param name="below">What it has to stay under.</param>
    /// <param name="wanted">What the sentence says is taken; made from the range where null.</param>
    public float Number(float least = 0, float below = float.PositiveInfinity, string? wanted = null)
    {
        bool valid = float.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out float number) && float.IsFinite(number);
        if (valid && number >= least && number < below) { return number; }
        throw Wrong(wanted ?? (float.IsFinite(below) ? Invariant($"a number from {least} to below {below}")
            : least == float.MinValue ? "a number" : Invariant($"a number of {least} or more")));
    }

    public int Whole(int least, int most = int.MaxValue)
    {
        bool valid = int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number);
        return valid && number >= least && number <= most ? number : throw Wrong($"a whole number {Range(least, most)}");
    }

    /// <summary>Whole numbers with commas between, or none.</summary>
    public IReadOnlyList<int> WholeList(int least, int most)
    {
        if (Text == "none") { return []; }
        List<int> numbers = [];
        foreach (string part in Text.Split(','))
        {
            bool valid = int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
            bool fits = valid && number >= least && number <= most;
            numbers.Add(fits ? number : throw Wrong($"whole numbers {Range(least, most)} with commas between, as 64,64, or none"));
        }
        return numbers;
    }

    public ulong Seed() => ulong.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number)
        ? number
        : throw Wrong("a whole number of 0 or more");

    /// <summary>One of a few words.</summary>
    public T OneOf<T>(params ReadOnlySpan<(string Word, T Value)> words)
    {
        List<string> known = [];
        foreach ((string word, T value) in words)
        {
            if (word == Text) { return value; }
            known.Add(word);
        }
        throw Wrong(known.Count == 1 ? $"only {known[0]}" : string.Join(", ", known[..^1]) + " or " + known[^1]);
    }

    /// <summary>A length of time: seconds, or a number with s, m or h.</summary>
    public TimeSpan Time()
    {
        double unit = Text.LastOrDefault() switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        string digits = unit == 0 ? Text : Text[..^1];
        bool valid = double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        double seconds = number * Math.Max(unit, 1);
        return valid && seconds is > 0 and < LongestSeconds ? TimeSpan.FromSeconds(seconds) : throw Wrong("a time, as 90s, 10m or 2h");
    }

    /// <summary>An amount of memory: a number with MB or GB.</summary>
    public long Size(long least) => ByteSize.TryParse(Text, out long bytes) && bytes >= least
        ? bytes
        : throw Wrong($"a size of {ByteSize.Text(least)} or more, as 500MB or 2GB");

    /// <summary>Two texts with = between.</summary>
    public (string Name, string Value) Pair(string example)
    {
        int at = Text.LastIndexOf('=');
        return at > 0 && at < Text.Length - 1 ? (Text[..at], Text[(at + 1)..]) : throw Wrong($"a name and a value, as {example}");
    }

    public string NotEmpty(string wanted) => Text.Trim() != "" ? Text : throw Wrong(wanted);

    /// <summary>What <paramref name="read"/> makes of the text; its own sentence is kept where it throws one.</summary>
    public T Read<T>(Func<string, T> read)
    {
        try { return read(Text); }
        catch (ArgumentException e) { throw new UsageException($"{Option} {Text}: {e.Message}"); }
    }

    /// <summary>The sentence for a text that is not what the option takes.</summary>
    public UsageException Wrong(string wanted) => new($"{Option} takes {wanted}, but was given '{Text}'.");

    private static string Range(int least, int most)
        => most == int.MaxValue ? Invariant($"of {least} or more") : Invariant($"from {least} to {most:N0}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
