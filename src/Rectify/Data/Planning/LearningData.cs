namespace Rectify.Data;

/// <summary>What a network learns from: rows in three parts, and the pipeline that was learned on the training rows.</summary>
public abstract class LearningData
{
    /// <param name="pipeline">Learned on the training rows.</param>
    /// <param name="rows">All rows of <paramref name="split"/>.</param>
    /// <param name="split">Which rows train, validate and test.</param>
    /// <param name="test">The rows to test on where they are not among <paramref name="rows"/>.</param>
    private protected LearningData(Pipeline pipeline, SampleSource rows, Split split, SampleSource? test)
    {
        (Pipeline, Split) = (pipeline, split);
        Training = rows.Take([.. split.Training]);
        Validation = rows.Take([.. split.Validation]);
        Test = test ?? rows.Take([.. split.Test]);
    }

    public Pipeline Pipeline { get; }
    public Split Split { get; }
    public SampleSource Training { get; }
    public SampleSource Validation { get; }
    public SampleSource Test { get; }

    /// <summary>Training rows of each class; empty where there are none.</summary>
    public required IReadOnlyList<int> ClassCounts { get; init; }

    /// <summary>What was decided without asking, each with the option that overrides it.</summary>
    public required IReadOnlyList<Notice> Notices { get; init; }

    public TaskKind Task => Pipeline.Target.Task;
    public IReadOnlyList<string> Labels => Pipeline.Target.Labels;

    private protected static SampleSource RowsWithTarget(BoundPipeline rows)
    {
        string target = rows.Pipeline.Target.Name;
        if (!rows.HasTarget) { throw new DataException($"{rows.Name} lacks the target \"{target}\": a test needs it."); }
        int[] known = [.. rows.RowsWithTarget];
        return known.Length > 0 ? rows.ToSource().Take(known) : throw new DataException(
            $"{rows.Name} has no \"{target}\" that was met in training, so there is nothing to test on.");
    }
}
