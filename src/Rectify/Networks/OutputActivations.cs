using Rectify.Activations;
using Rectify.Layers;

namespace Rectify.Networks;

/// <summary>What is applied to a network's outputs: names with commas between, each an activation or softmax.</summary>
internal static class OutputActivations
{
    // A layer rather than an activation.
    private const string Softmax = "softmax";

    /// <summary>The text as <see cref="NetworkDesign.OutputActivation"/> keeps it, each name with the settings that it needs.</summary>
    /// <exception cref="ArgumentException">A name or a setting is unknown, or a value does not fit.</exception>
    public static string Read(string text) => string.Join(',', Split(text).Select(ReadName));

    /// <summary>The names, in order; none of null.</summary>
    public static IReadOnlyList<string> Split(string? text)
    {
        List<string> names = [];
        foreach (string part in text?.Split(',') ?? [])
        {
            // Settings have commas between them, too: what follows a colon and is no name belongs to them.
            if (names.Count > 0 && names[^1].Contains(':') && !IsName(part.Split(':')[0])) { names[^1] += $",{part}"; }
            else { names.Add(part); }
        }
        return names;
    }

    /// <summary>The layer of one of the names.</summary>
    public static Layer Create(string name, int units)
        => name == Softmax ? new Softmax() : ActivationLayers.Create(Activation.Parse(name), units);

    private static IEnumerable<string> Names => ActivationCatalog.All.Select(entry => entry.Info.Name).Prepend(Softmax);

    private static string ReadName(string text)
    {
        string name = text.Split(':')[0];
        if (!IsName(name)) { throw Spelling.Unknown("output activation", name, Names); }
        return text == Softmax ? text : Activation.Parse(text).ToString();
    }

    private static bool IsName(string text) => Names.Contains(text);
}
