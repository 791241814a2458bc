using Rectify.Activations;

namespace Rectify.Tests.Activations;

/// <summary>The catalog as theory data: each entry with its defaults, and those with settings once more with others.</summary>
internal static class EveryActivation
{
    public static TheoryData<string> Texts { get; } =
    [
        .. ActivationCatalog.All.Select(entry => entry.Info.Name),
        "leaky-relu:slope=0.2", "leaky-relu:slope=-0.5", "prelu:slope=0.1", "prelu:per-channel", "rrelu:lower=0.1,upper=0.3",
        "elu:alpha=0.5", "celu:alpha=2", "softplus:beta=4",
    ];
}
