namespace Rectify.Activations;

/// <summary>What is known of an activation beside its two formulas.</summary>
/// <param name="Name">As typed on the command line, e.g. leaky-relu.</param>
public sealed record ActivationInfo(string Name)
{
    /// <summary>One sentence on what it does and why one would choose it.</summary>
    public required string Summary { get; init; }

    /// <summary>Where it is the right choice, as the end of "choose it when": the output is a probability.</summary>
    public string ChosenWhen { get; init; } = "";

    /// <summary>Where it is not, as the end of "it fails when". Empty where that is not known.</summary>
    public string FailsWhen { get; init; } = "";

    /// <summary>The function as a reader writes it, e.g. max(x, 0).</summary>
    public required string Formula { get; init; }

    /// <summary>The paper it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>What can be chosen, in the order in which the definition takes it.</summary>
    public IReadOnlyList<ActivationSetting> Settings { get; init; } = [];

    /// <summary>Where the derivative jumps. Its value there is PyTorch's choice.</summary>
    public IReadOnlyList<float> Kinks { get; init; } = [];

    /// <summary>
    /// Where the derivative changes sign, for some value of the settings: with the ends, all that the image of an interval needs.
    /// </summary>
    public IReadOnlyList<float> TurningPoints { get; init; } = [];

    /// <summary>Whether the function is made of straight pieces, joined at the kinks.</summary>
    public bool IsPiecewiseLinear { get; init; }

    /// <summary>The start that suits the weights before it, as <c>Initializer.Parse</c> reads it.</summary>
    public string Initialization { get; init; } = "he-normal";

    /// <summary>
    /// The ONNX operator of the same meaning, or null where the traced formula is exported. A setting without an ONNX
    /// attribute must have its default for the operator to mean the same.
    /// </summary>
    public string? OnnxOperator { get; init; }

    /// <summary>The settings with their defaults, for a help text or an error: "slope=0.01", or "none".</summary>
    public string SettingsText
        => Settings.Count == 0 ? "none" : string.Join(", ", Settings.Select(setting => setting.ToText(setting.Default)));
}
