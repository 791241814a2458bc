using Rectify.Data;
using Rectify.Training;

namespace Rectify.Health;

/// <summary>A loss that does not fit what is learned.</summary>
public sealed class WrongLoss : IHealthRule
{
    public string Id => "wrong-loss";
    public string Summary => "a loss for numbers on classes";
    public string Source => "By definition.";

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        bool isForNumbers = evidence.Loss is { } name && LossCatalog.All.Any(loss => loss.Name == name && !loss.IsForClasses);
        if (evidence.Task != TaskKind.Classification || !isForNumbers) { return []; }
        return [new(Id, Severity.Warning, null, 0, 0, 0, 0,
            $"{evidence.Loss} measures distances between numbers, but classes have none: a confident mistake hardly moves it.",
            "Leave out --loss: cross-entropy suits classes.") { Options = "--loss cross-entropy" }];
    }
}
