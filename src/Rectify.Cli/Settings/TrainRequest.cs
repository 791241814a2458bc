using Rectify.Data;
using Rectify.Training;

namespace Rectify.Cli.Settings;

/// <summary>All that was asked of train.</summary>
internal sealed record TrainRequest
{
    public string? Target { get; init; }
    public TrainOptions Options { get; init; } = new();
    public CsvOptions Csv { get; init; } = CsvOptions.Default;

    /// <summary>A file of its own to test on.</summary>
    public string? TestFile { get; init; }

    public string OptimizerName { get; init; } = "adam";
    public float Momentum { get; init; }
    public bool Nesterov { get; init; }

    /// <summary>The run folder; null for runs/NNNN-name.</summary>
    public string? Out { get; init; }
    public bool Overwrite { get; init; }

    /// <summary>Every setting as it would be typed, by name without dashes: what run.json keeps.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Texts { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Puts together what several settings decide.</summary>
    public TrainRequest Complete()
    {
        OptimizerEntry optimizer = OptimizerCatalog.Find(OptimizerName);
        if (Momentum > 0 && !optimizer.UsesMomentum)
        {
            string fitting = string.Join(" or ", OptimizerCatalog.All.Where(e => e.UsesMomentum).Select(e => e.Name));
            throw new UsageException($"--momentum means nothing to {OptimizerName}, which has its own. Use it with --optimizer {fitting}.");
        }
        if (Options.Validation + (TestFile is null ? Options.Test : 0) >= 1)
        {
            throw new UsageException($"--validation {Options.Validation} and --test {Options.Test} leave no rows to train on: together they have to be below 1.");
        }
        try { return this with { Options = Options with { Optimizer = optimizer.Create(Momentum, Nesterov) } }; }
        catch (ArgumentException e) { throw new UsageException(e.Message); }
    }
}
