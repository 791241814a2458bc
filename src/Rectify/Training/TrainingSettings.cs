namespace Rectify.Training;

/// <summary>How steps are taken, and for how long: what a plan for any network and the options for a table share.</summary>
public abstract record TrainingSettings
{
    public Optimizer Optimizer { get; init; } = new Adam();

    /// <summary>The peak of the schedule. 0 is legal: nothing then moves.</summary>
    public float LearningRate { get; init; } = 1e-3f;

    /// <summary>How the learning rate goes; null for constant, and in <see cref="ModelTraining"/> for what suits the data.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>Steps over which the learning rate rises from nearly 0; null for none, or for what suits the data.</summary>
    public int? Warmup { get; init; }

    /// <summary>The largest norm of a step's gradient; longer ones are scaled down to it. Null for no limit.</summary>
    public float? Clip { get; init; }

    public int BatchSize { get; init; } = 32;
    public int Epochs { get; init; } = 200;

    /// <summary>Epochs without a lower validation loss after which training stops; 0 for never.</summary>
    public int Patience { get; init; } = 15;

    /// <summary>Training stops after the step in which this is over; a run that is resumed has it anew.</summary>
    public TimeSpan? MaxTime { get; init; }

    /// <summary>Steps between two checkpoints; null for one after each epoch. They are told, and kept by who listens.</summary>
    public int? CheckpointEvery { get; init; }

    /// <summary>Penalties on weights.</summary>
    public Penalties Penalties { get; init; }

    /// <summary>λ of the L1 penalty on the outputs of hidden activations, λ·mean over rows of Σ|h|: what makes them sparse.</summary>
    public float ActivationL1 { get; init; }

    /// <summary>Where all random numbers of the run come from.</summary>
    public ulong Seed { get; init; } = 42;

    /// <summary>Threads that share a step; 0 for one per core. They change no bit of the result.</summary>
    public int Threads { get; init; }
}
