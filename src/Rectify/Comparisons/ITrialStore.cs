using Rectify.Models;

namespace Rectify.Comparisons;

/// <summary>Where a comparison keeps the runs that are done, so that it can be interrupted.</summary>
public interface ITrialStore
{
    /// <summary>How a run went; null where it is not done.</summary>
    TrialOutcome? Find(Trial trial);

    /// <summary>Keeps a run that is done. One call at a time.</summary>
    void Keep(TrialOutcome outcome, Model model);

    /// <summary>The model of a run that was kept.</summary>
    Model ModelOf(Trial trial);
}
