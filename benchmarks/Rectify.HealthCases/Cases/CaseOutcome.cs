using Rectify.Health;
using Rectify.Training;

namespace Rectify.HealthCases;

/// <summary>What the doctor said of one run.</summary>
/// <param name="Told">Warnings and errors, as they were told during the run.</param>
/// <param name="Report">The verdict at the end.</param>
/// <param name="Result">How the run ended.</param>
/// <param name="Epochs">The epochs that were planned.</param>
internal sealed record CaseOutcome(IReadOnlyList<Finding> Told, HealthReport Report, TrainingResult Result, int Epochs)
{
    /// <summary>What was told first; null for nothing.</summary>
    public Finding? First => Told.Count > 0 ? Told[0] : null;

    /// <summary>Whether a fault was named rightly, and in the first tenth of the planned epochs; or a control left alone.</summary>
    public bool IsRight(HealthCase of) => of.IsControl
        ? Told.Count == 0 && Report.Verdict == "ok"
        : First is { } first && of.Expected.Contains(first.Rule) && first.Epoch <= Math.Max(1, Epochs / 10);
}
