using Rectify.Cli.Settings;

namespace Rectify.Cli.Tests.Settings;

/// <summary>A sample of every setting of train.</summary>
internal static class Samples
{
    private static readonly string[] Sgd = ["--optimizer", "sgd"];

    private static readonly Dictionary<string, Sample> All = new()
    {
        ["--target"] = new("colour", null),
        ["--task"] = new("regression", "clustering") { With = ["--target", "zip"] },
        ["--column-type"] = new("zip=category", "zip=colourful"),
        ["--ignore"] = new("colour", null),
        ["--missing"] = new("gone", null),
        ["--header"] = new("no", "maybe") { With = ["--target", "last"] },
        ["--size"] = new("6x5", "6") { OnImages = true },
        ["--augment"] = new("shift=1,flip", "spin") { OnImages = true },
        ["--scale"] = new("minmax", "log"),
        ["--validation"] = new("0.3", "1.5"),
        ["--test"] = new("0.3", "1"),
        ["--model"] = new("mlp", "rnn") { OnImages = true },
        ["--channels"] = new("4,6", "0") { OnImages = true },
        ["--hidden"] = new("5,4", "0"),
        ["--activation"] = new("leaky-relu:slope=0.1", "rulu"),
        ["--output-activation"] = new("sigmoid", "rulu"),
        ["--output-units"] = new("1", "0"),
        ["--init"] = new("orthogonal", "hee"),
        ["--bias"] = new("-0.1", "much"),
        ["--maxout"] = new("3", "1"),
        ["--batch-norm"] = new(null, null),
        ["--dropout"] = new("0.5", "1"),
        ["--loss"] = new("bce", "hinge"),
        ["--label-smoothing"] = new("0.2", "1"),
        ["--class-weight"] = new("balanced", "heavy"),
        ["--optimizer"] = new("rmsprop", "adamm"),
        ["--momentum"] = new("0.9", "1") { With = Sgd },
        ["--nesterov"] = new(null, null) { With = [.. Sgd, "--momentum", "0.9"] },
        ["--lr"] = new("1e-2", "-1"),
        ["--schedule"] = new("cosine", "linear"),
        ["--warmup"] = new("5", "-1"),
        ["--clip"] = new("0.01", "0") { With = Sgd },
        ["--batch-size"] = new("16", "0"),
        ["--epochs"] = new("1", "-1"),
        ["--patience"] = new("1", "1.5") { ChangesModel = false },
        ["--max-time"] = new("1h", "soon") { ChangesModel = false },
        ["--l2"] = new("0.1", "-1"),
        ["--l1"] = new("0.1", "nan"),
        ["--activation-l1"] = new("0.1", "inf"),
        ["--seed"] = new("7", "-1"),
        ["--threads"] = new("2", "0") { ChangesModel = false },
        ["--checkpoint-every"] = new("10", "0") { ChangesModel = false },
        ["--max-memory"] = new("500MB", "20MB") { ChangesModel = false },
        ["--out"] = new("elsewhere", "") { ChangesModel = false },
        ["--overwrite"] = new(null, null) { ChangesModel = false },
    };

    public static TheoryData<string> Names => [.. TrainSettings.All.Select(setting => setting.Name)];

    public static Sample Of(string setting)
    {
        Assert.True(All.ContainsKey(setting), $"{setting} has no sample: add what it takes and what it refuses.");
        return All[setting];
    }
}
