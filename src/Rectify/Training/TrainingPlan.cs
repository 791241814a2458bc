namespace Rectify.Training;

/// <summary>Everything that decides how a network is trained, beside the network and the data.</summary>
public sealed record TrainingPlan : TrainingSettings
{
    public TrainingPlan() { }

    /// <summary>A plan that takes steps as <paramref name="settings"/> say.</summary>
    public TrainingPlan(TrainingSettings settings) : base(settings ?? throw new ArgumentNullException(nameof(settings))) { }

    public required Loss Loss { get; init; }
}
