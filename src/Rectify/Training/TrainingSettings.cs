using System.Globalization;
using System.Numerics;

namespace Rectify.Training;

/// <summary>How steps are taken, and for how long: what a plan for any network and the options for a table share.</summary>
/// <remarks>A number that is out of range is refused where it is set: an <see cref="ArgumentException"/>.</remarks>
public abstract record TrainingSettings
{
    public Optimizer Optimizer { get; init; } = new Adam();

    /// <summary>The peak of the schedule. 0 is legal: nothing then moves.</summary>
    public float LearningRate { get; init => field = AtLeast(0, value, "A learning rate"); } = 1e-3f;

    /// <summary>How the learning rate goes; null for constant, and in <see cref="ModelTraining"/> for what suits the data.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>Steps over which the learning rate rises from nearly 0; null for none, or for what suits the data.</summary>
    public int? Warmup { get; init => field = AtLeast(0, value, "A warmup"); }

    /// <summary>The largest norm of a step's gradient; longer ones are scaled down to it. Null for no limit.</summary>
    public float? Clip
    {
        get;
        init => field = value is null or > 0 ? value : throw OutOfRange("A limit of the gradient", value, "a number above 0");
    }

    public int BatchSize { get; init; } = 32;
    public int Epochs { get; init => field = AtLeast(0, value, "A number of epochs"); } = 200;

    /// <summary>Epochs without a lower validation loss after which training stops; 0 for never.</summary>
    public int Patience { get; init => field = AtLeast(0, value, "A patience"); } = 15;

    /// <summary>Training stops after the step in which this is over; a run that is resumed has it anew.</summary>
    public TimeSpan? MaxTime { get; init; }

    /// <summary>Steps between two checkpoints; null for one after each epoch. They are told, and kept by who listens.</summary>
    public int? CheckpointEvery { get; init; }

    /// <summary>Penalties on weights.</summary>
    public Penalties Penalties
    {
        get;
        init => field = new(
            AtLeast(0, value.L1, "An L1 penalty"), AtLeast(0, value.L2, "An L2 penalty"), AtLeast(0, value.Decay, "A decay"));
    }

    /// <summary>λ of the L1 penalty on the outputs of hidden activations, λ·mean over rows of Σ|h|: what makes them sparse.</summary>
    public float ActivationL1 { get; init => field = AtLeast(0, value, "A penalty on activations"); }

    /// <summary>Where all random numbers of the run come from.</summary>
    public ulong Seed { get; init; } = 42;

    /// <summary>Threads that share a step; 0 for one per core. They change no bit of the result.</summary>
    public int Threads { get; init => field = AtLeast(0, value, "A number of threads"); }

    private static T AtLeast<T>(T least, T value, string name) where T : struct, INumber<T>
        => value >= least && T.IsFinite(value) ? value : throw OutOfRange(name, value, $"{least} or more");

    private static T? AtLeast<T>(T least, T? value, string name) where T : struct, INumber<T>
        => value is { } number ? AtLeast(least, number, name) : null;

    private static ArgumentException OutOfRange<T>(string name, T value, string wanted)
        => new(string.Create(CultureInfo.InvariantCulture, $"{name} of {value} is out of range: it takes {wanted}."));
}
