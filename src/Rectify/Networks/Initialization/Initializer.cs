using System.Globalization;
using Rectify.Kernels;
using Rectify.Layers;

namespace Rectify.Networks;

/// <summary>How the weights of one layer are drawn.</summary>
public abstract class Initializer
{
    /// <summary>As it is typed, e.g. he-normal.</summary>
    public abstract string Text { get; }

    /// <summary>
    /// Whether the weights are afterwards scaled until each layer's output has unit variance on real data
    /// (<see cref="LayerSequentialUnitVariance"/>).
    /// </summary>
    public virtual bool ScalesByData => false;

    /// <summary>What <see cref="Parse"/> reads.</summary>
    public static string Known
        => "he, glorot or lecun, each alone or with -normal or -uniform; orthogonal; lsuv; normal:STD; uniform:BOUND";

    /// <param name="weight">Fan-in is its rows.</param>
    /// <param name="gain">What the activation that follows asks for: 1/√E[f(z)²].</param>
    /// <param name="random">Numbers of this weight alone.</param>
    public abstract void Fill(Parameter weight, float gain, Philox random);

    /// <summary>The variance of what <see cref="Fill"/> draws, whose mean is 0: what forecasts of a start reckon with.</summary>
    /// <param name="weight">Fan-in is its rows.</param>
    /// <param name="gain">As for <see cref="Fill"/>.</param>
    public abstract double Variance(Parameter weight, float gain);

    /// <exception cref="ArgumentException">Not an initializer: a sentence that lists them.</exception>
    public static Initializer Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split(':', 2);
        if (parts.Length == 2 && parts[0] is "normal" or "uniform")
        {
            bool isNumber = float.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out float scale);
            if (isNumber && scale >= 0 && float.IsFinite(scale)) { return new FixedScale(parts[0] == "normal", scale); }
            throw new ArgumentException(
                $"'{parts[1]}' is not a scale for {parts[0]} weights: it takes a number of 0 or more, as in {parts[0]}:0.05.");
        }

        string[] words = text.Split('-', 2);
        bool? normal = words.Length == 1 ? null : words[1] switch { "normal" => true, "uniform" => false, _ => throw Unknown(text) };
        return words[0] switch
        {
            "he" => new VarianceScaling(Fan.In, normal ?? true, usesGain: true),
            "lecun" => new VarianceScaling(Fan.In, normal ?? true, usesGain: false),
            "glorot" => new VarianceScaling(Fan.Average, normal ?? false, usesGain: false),
            "orthogonal" when normal is null => new Orthogonal(),
            "lsuv" when normal is null => new LayerSequentialUnitVariance(),
            _ => throw Unknown(text),
        };
    }

    public sealed override string ToString() => Text;

    private static ArgumentException Unknown(string text) => new($"There is no initialization called '{text}'. Known: {Known}.");
}
