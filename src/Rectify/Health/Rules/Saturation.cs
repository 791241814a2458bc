using System.Globalization;

namespace Rectify.Health;

/// <summary>Units of a curve that lie on its flat ends: their gradient is nearly nothing, so they hardly learn any more.</summary>
public sealed class Saturation : IHealthRule
{
    private const double WarningShare = 0.5, ErrorShare = 0.9;

    public string Id => "saturation";
    public string Summary => "saturated units: warning from 50 %, error from 90 % of a layer";
    public string Source => "By hand: below that the other units take over. No case plants it.";

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        foreach (LayerCensus layer in evidence.Layers)
        {
            int saturated = layer.Count(Verdict.Saturated);
            if (saturated < WarningShare * layer.Units) { continue; }
            Severity severity = saturated >= ErrorShare * layer.Units ? Severity.Error : Severity.Warning;
            yield return new(Id, severity, layer.Layer, null, null, saturated, layer.Units,
                string.Create(CultureInfo.InvariantCulture,
                    $"{saturated} of {layer.Units} units lie on a flat end of {layer.Activation} on 99 % or more of {layer.Rows:N0} rows."),
                "Use smaller weights (--init glorot) and inputs (--scale standard), a lower --lr, or --activation relu.")
            {
                Options = "--activation relu",
            };
        }
    }
}
