using Rectify.Activations;
using Rectify.Data;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Cli.Settings;

/// <summary>Every option of train, once: parser, help, run.json and --config all read this list.</summary>
internal static class TrainSettings
{
    public static IReadOnlyList<Setting> All { get; } =
    [
        new("--target", "column", null, "The column to learn; 'last' is the last one.", (r, t) => r with { Target = t.Text }),
        new("--task", "task", null, "What is learned; found from the target: text, or integers with at most 20 values, are classes.",
            (r, t) => With(r, r.Options with { Task = t.OneOf(("classification", TaskKind.Classification), ("regression", TaskKind.Regression)) }))
            { Choices = ["classification", "regression"] },
        new("--model", "kind", "mlp", "The kind of network.", (r, t) => t.OneOf(("mlp", r))) { Choices = ["mlp"] },
        new("--hidden", "units", "64,64", "Units of the hidden layers; none for none.", (r, t) => Design(r, d => d with { Hidden = t.WholeList(1) })),
        new("--activation", "name", "relu", "The activation, with settings if need be: leaky-relu:slope=0.1. Known: " + Names(ActivationCatalog.All.Select(e => e.Info.Name)) + ".",
            (r, t) => Design(r, d => d with { Activation = t.Read(Activation.Parse) })),
        new("--output-activation", "name", null, "An activation after the output layer, or softmax. Losses expect none.",
            (r, t) => Design(r, d => d with { OutputActivation = t.Read(text => text == MlpDesign.Softmax ? text : Activation.Parse(text).ToString()) })),
        new("--output-units", "count", null, "Output units; what the task needs.", (r, t) => With(r, r.Options with { OutputUnits = t.Whole(1) })),
        new("--init", "name", null, "How weights are drawn: " + Initializer.Known + ". He with the activation's gain; lecun for selu, glorot for tanh and sigmoid.",
            (r, t) => With(r, r.Options with { Initializer = t.Read(Initializer.Parse) })),
        new("--bias", "number", "0", "Where the biases of hidden layers start.", (r, t) => Design(r, d => d with { Bias = t.Number(least: float.MinValue) })),
        new("--maxout", "pieces", "0", "Linear pieces of each hidden unit instead of an activation; 0 for none.", (r, t) => Design(r, d => d with { Maxout = Pieces(t) })),
        new("--batch-norm", "", null, "Normalizes pre-activations over the batch.", (r, _) => Design(r, d => d with { BatchNorm = true })),
        new("--dropout", "rate", "0", "The share of hidden outputs set to zero in training.", (r, t) => Design(r, d => d with { Dropout = t.Number(0, 1) })),
        new("--loss", "name", null, "cross-entropy or bce for classes; mse, mae or huber for numbers. By the task.", (r, t) => With(r, r.Options with { Loss = t.Read(LossCatalog.Find).Name }))
            { Choices = [.. LossCatalog.All.Select(e => e.Name)] },
        new("--label-smoothing", "share", "0", "The share of each class target that is spread over all classes.", (r, t) => With(r, r.Options with { LabelSmoothing = t.Number(0, 1) })),
        new("--class-weight", "how", "none", "What a row counts for: balanced gives every class the same.",
            (r, t) => With(r, r.Options with { ClassWeighting = t.OneOf(("none", ClassWeighting.None), ("balanced", ClassWeighting.Balanced)) })) { Choices = ["none", "balanced"] },
        new("--optimizer", "name", "adam", "The rule for steps.", (r, t) => r with { OptimizerName = t.Read(OptimizerCatalog.Find).Name }) { Choices = [.. OptimizerCatalog.All.Select(e => e.Name)] },
        new("--momentum", "number", "0", "Of sgd and rmsprop.", (r, t) => r with { Momentum = t.Number(0, 1) }),
        new("--nesterov", "", null, "Looks ahead with the momentum; for sgd.", (r, _) => r with { Nesterov = true }),
        new("--lr", "number", "0.001", "The learning rate.", (r, t) => With(r, r.Options with { LearningRate = t.Number() })),
        new("--schedule", "name", "constant", "How the learning rate goes: " + string.Join("; ", Schedule.All.Select(s => $"{s.Name} {s.Summary}")) + ".",
            (r, t) => With(r, r.Options with { Schedule = t.Read(Schedule.Find) })) { Choices = [.. Schedule.All.Select(s => s.Name)] },
        new("--warmup", "steps", "0", "Steps over which the learning rate rises.", (r, t) => With(r, r.Options with { Warmup = t.Whole(0) })),
        new("--clip", "norm", "none", "The largest norm of a step's gradient.", (r, t) => With(r, r.Options with { Clip = t.Text == "none" ? null : Positive(t) })),
        new("--batch-size", "rows", "32", "Rows of a step.", (r, t) => With(r, r.Options with { BatchSize = t.Whole(1) })),
        new("--epochs", "count", "200", "The most passes over the training rows.", (r, t) => With(r, r.Options with { Epochs = t.Whole(0) })),
        new("--patience", "epochs", "15", "Epochs without a lower validation loss after which training stops; 0 for never.", (r, t) => With(r, r.Options with { Patience = t.Whole(0) })),
        new("--max-time", "time", null, "Stops after the epoch in which this is over: 90s, 10m, 2h.", (r, t) => With(r, r.Options with { MaxTime = t.Time() })),
        new("--l2", "number", "0", "λ of the penalty λ/2·Σw² on weights (with adamw, its decay).", (r, t) => With(r, r.Options with { Penalties = r.Options.Penalties with { L2 = t.Number() } })),
        new("--l1", "number", "0", "λ of the penalty λ·Σ|w| on weights.", (r, t) => With(r, r.Options with { Penalties = r.Options.Penalties with { L1 = t.Number() } })),
        new("--activation-l1", "number", "0", "λ of the penalty λ·mean over rows of Σ|h| on hidden outputs, which makes them sparse.", (r, t) => With(r, r.Options with { ActivationL1 = t.Number() })),
        new("--scale", "how", "standard", "What is done to numbers, learned on the training part.",
            (r, t) => With(r, r.Options with { Scaling = t.OneOf(("standard", Scaling.Standard), ("minmax", Scaling.MinMax), ("none", Scaling.None)) })) { Choices = ["standard", "minmax", "none"] },
        new("--validation", "share", "0.15", "The share of rows that decide when to stop.", (r, t) => With(r, r.Options with { Validation = Share(t) })),
        new("--test", "share|file", "0.15", "The share of rows held back for the last word, or a file of its own.", Test),
        new("--column-type", "name=type", null, "Says what a column is: number, category or date. It is then kept, too.", (r, t) => r with { Csv = r.Csv with { ColumnTypes = AddType(r, t) } }) { IsRepeatable = true },
        new("--ignore", "name", null, "Leaves a column out.", (r, t) => r with { Csv = r.Csv with { Ignore = [.. r.Csv.Ignore, t.Text] } }) { IsRepeatable = true },
        new("--missing", "text", null, "A text that means missing, beside the usual ones.", (r, t) => r with { Csv = r.Csv with { Missing = [.. r.Csv.Missing, t.Text] } }) { IsRepeatable = true },
        new("--header", "how", "auto", "Whether the first line names the columns.",
            (r, t) => r with { Csv = r.Csv with { Header = t.OneOf(("auto", HeaderMode.Auto), ("yes", HeaderMode.Yes), ("no", HeaderMode.No)) } }) { Choices = ["auto", "yes", "no"] },
        new("--seed", "number", "42", "Where all random numbers come from: the same seed gives the same model, bit for bit.", (r, t) => With(r, r.Options with { Seed = t.Seed() })),
        new("--threads", "count", null, "Threads; one per core. They change no bit of the result.", (r, t) => With(r, r.Options with { Threads = t.Whole(1) })),
        new("--out", "folder", null, "The run folder; runs/NNNN-name.", (r, t) => r with { Out = t.Text }),
        new("--overwrite", "", null, "Replaces the run that --out holds.", (r, _) => r with { Overwrite = true }),
    ];

    private static TrainRequest With(TrainRequest request, TrainOptions options) => request with { Options = options };

    private static TrainRequest Design(TrainRequest request, Func<MlpDesign, MlpDesign> change)
        => request with { Options = request.Options with { Design = change(request.Options.Design) } };

    private static double Share(SettingText text) => double.Parse(text.Number(0, 1).ToString(System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);

    private static TrainRequest Test(TrainRequest request, SettingText text)
    {
        bool isNumber = float.TryParse(text.Text, System.Globalization.CultureInfo.InvariantCulture, out _);
        return isNumber ? With(request, request.Options with { Test = Share(text) }) : request with { TestFile = text.Text };
    }

    private static float Positive(SettingText text)
        => text.Number() is > 0 and float number ? number : throw new UsageException($"{text.Option} takes a number above 0, or none, but was given '{text.Text}'.");

    private static int Pieces(SettingText text)
        => text.Whole(0) is var pieces and not 1 ? pieces : throw new UsageException($"{text.Option} takes 2 or more pieces, or 0 for none, but was given '{text.Text}'.");

    private static Dictionary<string, ColumnType> AddType(TrainRequest request, SettingText text)
    {
        (string name, string type) = text.Pair("--column-type zip=category");
        ColumnType parsed = new SettingText($"{text.Option} {name}=", type).OneOf(("number", ColumnType.Number), ("category", ColumnType.Category), ("date", ColumnType.Date));
        return new(request.Csv.ColumnTypes) { [name] = parsed };
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);
}
