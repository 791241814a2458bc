using Rectify.Layers;

namespace Rectify.Health;

/// <summary>A last layer with which the loss cannot do its work.</summary>
public sealed class OutputLayer : IHealthRule
{
    private const string CrossEntropy = "cross-entropy";

    public string Id => "output-layer";
    public string Summary
        => "softmax over one unit; softmax before cross-entropy, or twice; a sigmoid over exclusive classes; a rectifier before "
        + "the loss";
    public string Source => "By definition.";

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        if (evidence.Network is not { } network || evidence.Loss is not { } loss) { yield break; }
        Layer last = network.Nodes[^1].Layer;
        string name = network.Nodes[^1].Name;
        int outputs = network.OutputShape.Length, softmaxes = network.Nodes.Count(node => node.Layer is Softmax);
        bool isSoftmax = loss == CrossEntropy;
        Finding Wrong(Severity severity, string message, string advice) => new(Id, severity, name, 0, 0, outputs, outputs, message, advice);

        if ((isSoftmax || last is Softmax) && outputs == 1)
        {
            yield return Wrong(Severity.Error, "A softmax over one unit is 1 whatever goes in: no gradient passes.",
                "Leave out --output-units, or use --loss bce for one unit.");
        }
        else if (softmaxes + (isSoftmax ? 1 : 0) > 1)
        {
            yield return Wrong(Severity.Error, $"Softmax is applied {softmaxes + (isSoftmax ? 1 : 0)} times"
                + (isSoftmax ? ", for cross-entropy takes it itself" : "")
                + ": the second sees numbers from 0 to 1 and can hardly tell them apart.",
                "Leave out --output-activation.");
        }
        if (last is IActivationLayer activation && !IsUnbounded(activation))
        {
            bool isRectifier = activation.ActiveThreshold == 0;
            string what = isSoftmax ? "scores" : "numbers";
            yield return Wrong(isRectifier ? Severity.Error : Severity.Warning,
                isRectifier
                    ? $"{activation.ActivationName} cuts off the {what} that the loss needs below 0, and passes no gradient there."
                    : $"{activation.ActivationName} keeps the {what} that the loss needs between its ends"
                        + (isSoftmax && outputs > 1 ? ", and judges exclusive classes one by one." : "."),
                "Leave out --output-activation.");
        }
    }

    // Whether it passes a gradient everywhere, as leaky ReLU does.
    private static bool IsUnbounded(IActivationLayer activation) => activation.ActiveRange is null or { IsEverything: true };
}
