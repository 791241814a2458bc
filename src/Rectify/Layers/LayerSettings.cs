using System.Globalization;

namespace Rectify.Layers;

/// <summary>The part of a layer's text behind the colon, e.g. "inputs=4,outputs=64".</summary>
public sealed class LayerSettings(string kind, string text)
{
    private readonly string _kind = kind ?? throw new ArgumentNullException(nameof(kind));

    public string Text { get; } = text ?? throw new ArgumentNullException(nameof(text));

    /// <exception cref="ArgumentException">The setting is missing or no whole number.</exception>
    public int Whole(string name) => int.TryParse(Word(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value)
        ? value
        : throw new ArgumentException($"{_kind} takes a whole number for {name}, but has '{Word(name)}'.");

    /// <exception cref="ArgumentException">The setting is missing or no number.</exception>
    public float Number(string name) => float.TryParse(Word(name), NumberStyles.Float, CultureInfo.InvariantCulture, out float value)
        ? value
        : throw new ArgumentException($"{_kind} takes a number for {name}, but has '{Word(name)}'.");

    /// <summary>Two whole numbers, as a window's height and width: "3x3".</summary>
    /// <exception cref="ArgumentException">The setting is missing or no such pair.</exception>
    public (int Height, int Width) Pair(string name) => Word(name).Split('x') is [var height, var width]
        && int.TryParse(height, NumberStyles.None, CultureInfo.InvariantCulture, out int first)
        && int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out int second)
        ? (first, second)
        : throw new ArgumentException($"{_kind} takes two whole numbers such as 3x3 for {name}, but has '{Word(name)}'.");

    /// <exception cref="ArgumentException">The setting is missing.</exception>
    public string Word(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (string setting in Text.Split(','))
        {
            if (setting.StartsWith(name + "=", StringComparison.Ordinal)) { return setting[(name.Length + 1)..]; }
        }
        throw new ArgumentException($"{_kind} needs a setting {name}, but has '{Text}'.");
    }
}
