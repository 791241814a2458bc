using Rectify.Activations;

namespace Rectify.Layers;

/// <summary>Finds the numbers between which the derivative of an activation is not zero, or for a curve not small.</summary>
internal static class ActiveRangeSearch
{
    // Beyond these every activation is straight or flat; between them no active stretch is narrower than the steps.
    private const float Farthest = 1e4f;
    private const int Points = 4001;

    public static ActiveRange Of(Activation activation)
    {
        float[] x = new float[Points], slopes = new float[Points];
        for (int i = 0; i < Points; i++) { x[i] = At((2f * i / (Points - 1)) - 1); }
        activation.Derivative(x, slopes);
        bool[] active = [.. slopes.Select(slope => IsActive(activation, slope))];
        int first = Array.IndexOf(active, true), last = Array.LastIndexOf(active, true);
        if (first < 0) { return new(float.PositiveInfinity, float.NegativeInfinity, OfOutput: false); }

        float low = first == 0 ? float.NegativeInfinity : LastInactive(activation, x[first - 1], x[first]);
        float high = last == Points - 1 ? float.PositiveInfinity : LastInactive(activation, x[last + 1], x[last]);
        if (!activation.DerivativeFromOutput) { return new(low, high, OfOutput: false); }

        // Where the derivative is known from the output, the activation only rises there.
        float[] bounds = [low, high];
        activation.Forward(bounds, bounds);
        return new(bounds[0], bounds[1], OfOutput: true);
    }

    // Close together near 0, where activations bend.
    private static float At(float t) => MathF.Sign(t) * Farthest * t * t * t * t;

    private static bool IsActive(Activation activation, float slope)
        => activation.ActiveThreshold == 0 ? slope != 0 : MathF.Abs(slope) >= activation.ActiveThreshold;

    // Halves the stretch between an inactive and an active number until there is no float between them.
    private static float LastInactive(Activation activation, float inactive, float active)
    {
        float[] slope = new float[1];
        while (true)
        {
            float middle = inactive + (active - inactive) / 2;
            if (middle == inactive || middle == active) { return inactive; }
            activation.Derivative([middle], slope);
            if (IsActive(activation, slope[0])) { active = middle; }
            else { inactive = middle; }
        }
    }
}
