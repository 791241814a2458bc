using System.Globalization;
using System.Text;

namespace Rectify.Reports.Languages;

/// <summary>The words of a report in one language, each by its key.</summary>
internal sealed class Words
{
    private readonly Dictionary<string, string> _texts, _translations;
    private readonly Lazy<PhraseBook> _phrases;

    private Words(string language)
    {
        Language = language;
        _texts = Read($"{language}.txt");
        _translations = Read($"activations-{language}.txt");
        _phrases = new(() => new(Lines($"phrases-{language}.txt")));
    }

    /// <summary>The languages there are: a file of words each.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "zh"];

    /// <summary>As HTML names it.</summary>
    public string Language { get; }

    /// <summary>Every key.</summary>
    public IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <summary>A text as it is in its file, with its gaps.</summary>
    public string this[string key]
        => _texts.TryGetValue(key, out string? text) ? text : throw new KeyNotFoundException($"{Language}.txt has no '{key}'.");

    /// <exception cref="ArgumentException">There is no such language.</exception>
    public static Words Of(string language) => Languages.Contains(language)
        ? new(language)
        : throw new ArgumentException($"There is no language '{language}'. Known: {string.Join(", ", Languages)}.");

    /// <summary>A text with its gaps filled.</summary>
    public string Fill(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>A text about so many things: its own of one, where a language has that.</summary>
    public string Count(string key, int count, string shown)
        => Fill(count == 1 && _texts.ContainsKey(key + ".one") ? key + ".one" : key, shown);

    /// <summary>A text where there is one.</summary>
    public string? Find(string key) => _texts.GetValueOrDefault(key);

    /// <summary>What a definition says in English, in this language: "relu.summary"; null where it is to be said in English.</summary>
    public string? Translation(string key) => _translations.GetValueOrDefault(key);

    /// <summary>What the engine says in English, in this language; null where it is to be said in English.</summary>
    public string? Phrase(string english) => _phrases.Value.Find(english);

    /// <summary>What the engine says in English, in this language where it has words for it.</summary>
    public string Say(string english) => Phrase(english) ?? english;

    /// <summary>Every phrase of the engine that this language has words for.</summary>
    public IReadOnlyList<Phrase> Phrases => _phrases.Value.All;

    /// <summary>The keys of all translations.</summary>
    public IReadOnlyCollection<string> TranslationKeys => _translations.Keys;

    private static Dictionary<string, string> Read(string name) => Lines(name)
        .Select(line => line.Trim())
        .Where(line => line != "" && line[0] != '#')
        .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
        .ToDictionary(pair => pair[0], pair => pair[1]);

    private static string[] Lines(string name)
    {
        using Stream? stream = typeof(Words).Assembly.GetManifestResourceStream(name);
        if (stream is null) { return []; }
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n');
    }
}
