using System.Globalization;

namespace Rectify.Layers;

/// <summary>The part of a layer's text behind the colon, e.g. "inputs=4,outputs=64".</summary>
public sealed class LayerSettings(string kind, string text)
{
    public string Text => text;

    /// <exception cref="ArgumentException">The setting is missing or no whole number.</exception>
    public int Whole(string name) => int.TryParse(Find(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value)
        ? value
        : throw new ArgumentException($"{kind} takes a whole number for {name}, but has '{Find(name)}'.");

    /// <exception cref="ArgumentException">The setting is missing or no number.</exception>
    public float Number(string name) => float.TryParse(Find(name), NumberStyles.Float, CultureInfo.InvariantCulture, out float value)
        ? value
        : throw new ArgumentException($"{kind} takes a number for {name}, but has '{Find(name)}'.");

    private string Find(string name)
    {
        foreach (string setting in text.Split(','))
        {
            if (setting.StartsWith(name + "=", StringComparison.Ordinal)) { return setting[(name.Length + 1)..]; }
        }
        throw new ArgumentException($"{kind} needs a setting {name}, but has '{text}'.");
    }
}
