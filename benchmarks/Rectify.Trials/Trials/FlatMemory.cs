using Rectify.Data;
using Rectify.Kernels;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Trials;

/// <summary>A long training takes no more memory than a short one.</summary>
internal sealed class FlatMemory : ITrial
{
    private const int Steps = 100_000, FirstLook = 10_000, BatchSize = 32, StepsOfEpoch = 1_000, Inputs = 20;

    // The collector's own tables and the pages it gives back move by more than nothing, and no leak of a step is so small.
    private const long MostGrowth = 5_000_000;

    // What an epoch says to its observers is allocated; a step says nothing new.
    private const double MostOfEpoch = 10_000;

    public string Name => "flat-memory";

    public string Summary => $"A small network is trained for {Steps:N0} steps, and looked at after {FirstLook:N0} and at the end.";

    public IEnumerable<Outcome> Run(Progress progress, CancellationToken cancellation)
    {
        Look first = default, last = default;
        Watch watch = new(step =>
        {
            if (step == FirstLook) { first = Look.Now(); }
            if (step == Steps) { last = Look.Now(); }
            if (progress.IsDue) { progress.Say($"step {step:N0} of {Steps:N0}"); }
        });
        Network network = new NetworkDesign { Hidden = [32, 32] }.Build(Inputs, outputs: 2);
        network.Initialize(Initializer.Parse("he"), seed: 1);
        TrainingPlan plan = new() { Loss = new CrossEntropy(), BatchSize = BatchSize, Epochs = Steps / StepsOfEpoch, Patience = 0 };
        TrainingResult result = new Trainer(network, plan).Fit(Rows(), validation: null, [watch], cancellation);
        cancellation.ThrowIfCancellationRequested();

        long growth = last.Resident - first.Resident;
        yield return new(
            $"resident memory does not grow from step {FirstLook:N0} to step {Steps:N0}",
            $"{Size.Text(first.Resident)}, then {Size.Text(last.Resident)}, after {result.Steps:N0} steps in {result.Seconds:F0} s",
            result.Steps == Steps && growth < MostGrowth);
        double epochs = (double)(Steps - FirstLook) / StepsOfEpoch, perEpoch = (last.Allocated - first.Allocated) / epochs;
        yield return new(
            "a step allocates nothing",
            $"{last.Allocated - first.Allocated:N0} bytes in all: {perEpoch:N0} for each of {epochs:N0} ends of an epoch",
            perEpoch < MostOfEpoch);
    }

    private static ArraySource Rows()
    {
        float[] inputs = new float[BatchSize * StepsOfEpoch * Inputs];
        Random random = new(1);
        for (int i = 0; i < inputs.Length; i++) { inputs[i] = random.NextSingle() - 0.5f; }
        return new(inputs, [.. inputs.Chunk(Inputs).Select(row => row[0] > row[1] ? 1f : 0f)], new Shape(Inputs));
    }

    private readonly record struct Look(long Resident, long Allocated)
    {
        public static Look Now() => new(Environment.WorkingSet, GC.GetTotalAllocatedBytes(precise: true));
    }

    private sealed class Watch(Action<long> onStep) : ITrainingObserver
    {
        public void On(TrainingEvent e)
        {
            if (e is TrainingEvent.Stepped step) { onStep(step.Step); }
        }
    }
}
