using Rectify.Models;

namespace Rectify.Comparisons;

/// <summary>Keeps runs in memory.</summary>
internal sealed class TrialMemory : ITrialStore
{
    private readonly Dictionary<Trial, (TrialOutcome Outcome, Model Model)> _runs = [];

    public TrialOutcome? Find(Trial trial) => _runs.TryGetValue(trial, out (TrialOutcome Outcome, Model) run) ? run.Outcome : null;

    public void Keep(TrialOutcome outcome, Model model) => _runs[outcome.Trial] = (outcome, model);

    public Model ModelOf(Trial trial) => _runs[trial].Model;
}
