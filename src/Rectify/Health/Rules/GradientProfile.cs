namespace Rectify.Health;

/// <summary>How the gradient changes on its way from the last hidden layer to the first, as the middle of the recent looks.</summary>
/// <param name="First">The hidden layer farthest from the loss.</param>
/// <param name="Last">The one nearest to it.</param>
/// <param name="Layers">How many lie between.</param>
/// <param name="Ratio">The gradient's root mean square at the first over that at the last.</param>
internal sealed record GradientProfile(string First, string Last, int Layers, double Ratio)
{
    private const int Recent = 4, Least = 2;

    /// <summary>Null where there are no two hidden layers, or too few looks.</summary>
    public static GradientProfile? Of(HealthEvidence evidence)
    {
        List<WeightLook[]> looks = [.. evidence.Looks
            .Select(look => look.Weights.Where(weight => weight.IsHidden).ToArray())
            .Where(hidden => hidden.Length > 1 && hidden[^1].GradientSize > 0)
            .TakeLast(Recent)];
        if (looks.Count < Least) { return null; }
        double[] ratios = [.. looks.Select(hidden => hidden[0].GradientSize / hidden[^1].GradientSize).Order()];
        return new(looks[^1][0].Layer, looks[^1][^1].Layer, looks[^1].Length - 1, ratios[ratios.Length / 2]);
    }
}
