using Rectify.Data;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Cli.Settings;

/// <summary>All that was asked of train.</summary>
internal sealed record TrainRequest
{
    public string? Target { get; init; }
    public TrainOptions Options { get; init; } = new();
    public CsvOptions Csv { get; init; } = CsvOptions.Default;

    /// <summary>What images are stretched to; null where they have one size.</summary>
    public ImageSize? Size { get; init; }

    /// <summary>A file of its own to test on, or a folder of images.</summary>
    public string? TestFile { get; init; }

    /// <summary>mlp or cnn; null for what the data need.</summary>
    public string? Model { get; init; }

    public string OptimizerName { get; init; } = "adam";
    public float Momentum { get; init; }
    public bool Nesterov { get; init; }

    /// <summary>The most bytes of memory that the process may take; null for what it is given.</summary>
    public long? MaxMemory { get; init; }

    /// <summary>The run folder; null for runs/NNNN-name.</summary>
    public string? Out { get; init; }
    public bool Overwrite { get; init; }

    /// <summary>Every setting as it would be typed, by <see cref="Setting.Key"/>: what run.json keeps.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Texts { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What was typed, else what a file says, else the defaults.</summary>
    /// <exception cref="UsageException">A value is not what its option takes, or two options contradict each other.</exception>
    /// <exception cref="DataException">A value in the file is not what its option takes.</exception>
    public static TrainRequest Of(Func<Setting, IReadOnlyList<string>> typed, ConfigFile config)
    {
        TrainRequest request = new();
        Dictionary<string, IReadOnlyList<string>> kept = [];
        foreach (Setting setting in TrainSettings.All)
        {
            IReadOnlyList<string> texts = typed(setting);
            bool isFromFile = texts.Count == 0 && config.TextsOf(setting).Count > 0;
            if (isFromFile) { texts = config.TextsOf(setting); }
            if (texts.Count == 0 && setting.Default is { } text) { texts = [text]; }
            try { request = texts.Aggregate(request, (r, t) => setting.Apply(r, new SettingText(setting.Name, t))); }
            catch (UsageException e) when (isFromFile) { throw new DataException($"{config.Path}: {e.Message}", e); }
            if (texts.Count > 0) { kept[setting.Key] = texts; }
        }
        return (request with { Texts = kept }).Complete();
    }

    /// <summary>The settings that were given but mean nothing to the data.</summary>
    public IEnumerable<Setting> UnusedFor(DataKind kind) => TrainSettings.All
        .Where(s => !s.About.HasFlag(kind) && Texts.TryGetValue(s.Key, out IReadOnlyList<string>? texts) && texts[0] != s.Default);

    public TrainRequest With(Func<TrainOptions, TrainOptions> change) => this with { Options = change(Options) };

    public TrainRequest WithDesign(Func<NetworkDesign, NetworkDesign> change) => With(o => o with { Design = change(o.Design) });

    public TrainRequest WithCsv(Func<CsvOptions, CsvOptions> change) => this with { Csv = change(Csv) };

    // What several settings decide together.
    private TrainRequest Complete()
    {
        OptimizerEntry optimizer = OptimizerCatalog.Find(OptimizerName);
        if (Momentum > 0 && !optimizer.UsesMomentum)
        {
            string fitting = string.Join(" or ", OptimizerCatalog.All.Where(e => e.UsesMomentum).Select(e => e.Name));
            throw new UsageException($"--momentum means nothing to {OptimizerName}, which has its own. Use it with --optimizer {fitting}.");
        }
        if (Nesterov && OptimizerName != "sgd")
        {
            throw new UsageException($"--nesterov means nothing to {OptimizerName}. Use it with --optimizer sgd.");
        }
        if (Options.Validation + (TestFile is null ? Options.Test : 0) >= 1)
        {
            throw new UsageException(FormattableString.Invariant(
                $"--validation {Options.Validation} and --test {Options.Test} leave no rows to train on: their sum has to be below 1."));
        }
        try { return WithDesign(ChooseChannels).With(o => o with { Optimizer = optimizer.Create(Momentum, Nesterov) }); }
        catch (ArgumentException e) { throw new UsageException(e.Message); }
    }

    private NetworkDesign ChooseChannels(NetworkDesign design) => (Model, design.Channels) switch
    {
        ("mlp", { Count: > 0 }) => throw new UsageException(
            "--channels means nothing to --model mlp, which has no convolutions: leave one out."),
        ("cnn", { Count: 0 }) => throw new UsageException(
            "--channels none leaves --model cnn without convolutions: give some, as 16,32."),
        ("mlp", _) => design with { Channels = [] },
        ("cnn", null) => design with { Channels = NetworkDesign.UsualChannels },
        _ => design,
    };
}
