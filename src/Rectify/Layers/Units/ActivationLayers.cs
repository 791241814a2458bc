using Rectify.Activations;

namespace Rectify.Layers;

/// <summary>The layer that an activation needs: most just apply it, some learn or draw its slope.</summary>
public static class ActivationLayers
{
    /// <param name="activation">Which.</param>
    /// <param name="units">Units, or channels, of what comes in.</param>
    public static Layer Create(Activation activation, int units)
    {
        ArgumentNullException.ThrowIfNull(activation);
        IReadOnlyList<float> settings = activation.Settings;
        return activation is not SlopedActivation sloped ? new ActivationLayer(activation)
            : sloped.Origin.IsLearned ? new PReluLayer(units, settings[0], settings[1] != 0)
            : new RReluLayer(settings[0], settings[1]);
    }

    /// <summary>What a layer applies to each number by itself; null where its units are made of several numbers.</summary>
    internal static Activation? ActivationOf(Layer layer) => layer switch
    {
        ActivationLayer plain => plain.Activation,
        PReluLayer learned => learned.Activation,
        RReluLayer drawn => drawn.Activation,
        _ => null,
    };

    internal static bool HasLinearPieces(Activation activation) => activation.Info is { IsPiecewiseLinear: true, Kinks.Count: > 0 };
}
