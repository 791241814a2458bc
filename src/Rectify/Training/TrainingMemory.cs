using Rectify.Data;
using Rectify.Networks;

namespace Rectify.Training;

/// <summary>What a training takes of memory beside its data, all of which is known before it begins.</summary>
internal static class TrainingMemory
{
    // Of the evaluation, and of the two looks at units that a monitor has.
    private const int JudgingRows = 256, Looks = 2;

    /// <exception cref="InsufficientMemoryException">It is more than is left: the sentence says how much, and what to change.</exception>
    public static void Require(Network network, TrainOptions options, LearningData data)
    {
        int batchSize = Math.Max(1, Math.Min(options.BatchSize, data.Training.Count)), judged = network.BatchWithin(JudgingRows);
        long optimizer = 2L * sizeof(float) * network.LearnedLength, best = (long)sizeof(float) * network.Row.Length;
        long buffers = BytesOf(WorkspaceKind.Training, batchSize) + BytesOf(WorkspaceKind.Inference, judged)
            + Looks * BytesOf(WorkspaceKind.Observation, judged);
        MemoryLimit.Require(
            optimizer + best + buffers,
            $"Training {Listing.Number(network.ParameterCount)} parameters in batches of {Listing.Number(batchSize)}",
            "Give the network fewer units, or take a smaller --batch-size");

        long BytesOf(WorkspaceKind kind, int rows) => new WorkspacePlan(network, kind, rows, options.ActivationL1 > 0).Bytes;
    }
}
