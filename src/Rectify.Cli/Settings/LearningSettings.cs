using Rectify.Training;

namespace Rectify.Cli.Settings;

/// <summary>What is minimized, and by which steps.</summary>
internal static class LearningSettings
{
    public static IReadOnlyList<Setting> All { get; } =
    [
        new("--loss", "name", null,
            "What is minimized: cross-entropy or bce for classes; mse, mae or huber for numbers. By itself cross-entropy or mse. "
            + "One for numbers holds the output of the right class to 1 and the others to 0, and is there to be wrong on purpose.",
            (r, t) => r.With(o => o with { Loss = t.Read(LossCatalog.Find).Name })) { Choices = [.. LossCatalog.All.Select(e => e.Name)] },
        new("--label-smoothing", "share", "0", "The share of each class target that is spread over all classes.",
            (r, t) => r.With(o => o with { LabelSmoothing = t.Number(0, 1) })),
        new("--class-weight", "how", "none", "balanced gives every class the same weight, however few its rows.",
            (r, t) => r.With(o => o with
            {
                ClassWeighting = t.OneOf(("none", ClassWeighting.None), ("balanced", ClassWeighting.Balanced)),
            }))
            { Choices = ["none", "balanced"] },
        new("--optimizer", "name", "adam", "The rule that turns gradients into steps.",
            (r, t) => r with { OptimizerName = t.Read(OptimizerCatalog.Find).Name })
            { Choices = [.. OptimizerCatalog.All.Select(e => e.Name)] },
        new("--momentum", "number", "0", "How much of the last step is kept; for sgd and rmsprop.",
            (r, t) => r with { Momentum = t.Number(0, 1) }),
        new("--nesterov", "", null, "Looks ahead along the momentum; for sgd.", (r, _) => r with { Nesterov = true }),
        new("--lr", "number", "0.001", "The learning rate.", (r, t) => r.With(o => o with { LearningRate = t.Number() }))
            { OnResume = Resumption.AfterDivergence },
        new("--schedule", "name", null,
            "How the learning rate goes: " + string.Join("; ", Schedule.All.Select(s => $"{s.Name}, {s.Summary}"))
            + ". By itself constant; for images cosine.",
            (r, t) => r.With(o => o with { Schedule = t.Read(Schedule.Find) })) { Choices = [.. Schedule.All.Select(s => s.Name)] },
        new("--warmup", "steps", null,
            "Steps over which the learning rate rises at first. By itself 0; for images the first epoch, at most 2000.",
            (r, t) => r.With(o => o with { Warmup = t.Whole(0) })),
        new("--clip", "norm", "none", "The largest norm that a step's gradient may have.",
            (r, t) => r.With(o => o with
            {
                Clip = t.Text == "none" ? null : t.Number(float.Epsilon, wanted: "a number above 0, or none"),
            })),
        new("--batch-size", "rows", "32", "Rows of a step.", (r, t) => r.With(o => o with { BatchSize = t.Whole(1) })),
        new("--epochs", "count", "200", "The most passes over the training rows.",
            (r, t) => r.With(o => o with { Epochs = t.Whole(0) })) { OnResume = Resumption.Free },
        new("--patience", "epochs", "15", "Stops after so many epochs without a lower validation loss; 0 for never.",
            (r, t) => r.With(o => o with { Patience = t.Whole(0) })),
        new("--max-time", "time", null, "Stops training when this is over: 90s, 10m, 2h. The best is kept.",
            (r, t) => r.With(o => o with { MaxTime = t.Time() }))
            { OnResume = Resumption.Free, InCompare = Comparability.Absent },
        new("--l2", "number", "0", "λ of the penalty λ/2·Σw² on weights (with adamw, its decay).",
            (r, t) => r.With(o => o with { Penalties = o.Penalties with { L2 = t.Number() } })),
        new("--l1", "number", "0", "λ of the penalty λ·Σ|w| on weights.",
            (r, t) => r.With(o => o with { Penalties = o.Penalties with { L1 = t.Number() } })),
        new("--activation-l1", "number", "0", "λ of the penalty λ·mean over rows of Σ|h| on hidden outputs, which makes them sparse.",
            (r, t) => r.With(o => o with { ActivationL1 = t.Number() })),
    ];
}
