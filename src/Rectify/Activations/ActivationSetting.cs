using System.Globalization;

namespace Rectify.Activations;

/// <summary>A number chosen with an activation, such as the slope of leaky-relu.</summary>
/// <param name="Name">As typed, e.g. slope.</param>
/// <param name="Default">Its value where none is given.</param>
/// <param name="OnnxAttribute">The attribute of the ONNX operator that holds it, or null where the operator has none.</param>
public sealed record ActivationSetting(string Name, float Default, string? OnnxAttribute = null)
{
    /// <summary>The smallest value allowed.</summary>
    public float Minimum { get; init; } = float.MinValue;

    /// <summary>The largest value allowed.</summary>
    public float Maximum { get; init; } = float.MaxValue;

    /// <summary>Whether <see cref="Minimum"/> itself is forbidden.</summary>
    public bool ExcludesMinimum { get; init; }

    /// <summary>For a setting that is yes (1) or no (0): the word for "no". Null for a setting that is a number.</summary>
    public string? Opposite { get; init; }

    /// <summary>Whether the setting is typed as a word alone, e.g. prelu:per-channel.</summary>
    public bool IsFlag => Opposite is not null;

    /// <summary>How the setting is typed with <paramref name="value"/>, e.g. slope=0.01.</summary>
    public string ToText(float value)
        => Opposite is null ? string.Create(CultureInfo.InvariantCulture, $"{Name}={value}") : value != 0 ? Name : Opposite;

    /// <exception cref="ArgumentException">The value is no finite number, or is out of range.</exception>
    internal void Check(string activation, float value)
    {
        bool fits = IsFlag ? value is 0 or 1 : value <= Maximum && (ExcludesMinimum ? value > Minimum : value >= Minimum);
        if (!fits) { throw new ArgumentException($"'{Name}={Show(value)}' does not fit {activation}: {Name} is {Accepted}."); }
    }

    /// <summary>The values that fit, in words: "a number above 0".</summary>
    internal string Accepted
    {
        get
        {
            if (IsFlag) { return $"a word alone ('{Name}' or '{Opposite}'), 1 or 0"; }
            string low = Minimum == float.MinValue ? "" : $" {(ExcludesMinimum ? "above" : "of at least")} {Show(Minimum)}";
            string high = Maximum == float.MaxValue ? "" : $" of at most {Show(Maximum)}";
            return low == "" && high == "" ? "a finite number" : "a number" + low + (low != "" && high != "" ? " and" : "") + high;
        }
    }

    private static string Show(float value) => value.ToString(CultureInfo.InvariantCulture);
}
