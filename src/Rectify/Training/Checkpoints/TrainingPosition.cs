using System.Globalization;

namespace Rectify.Training;

/// <summary>How far a run has come, in numbers: all that it knows between two steps beside its rows of weights.</summary>
internal sealed record TrainingPosition
{
    /// <summary>Whole epochs that are done and judged.</summary>
    public int Epochs { get; init; }

    /// <summary>Steps since the start of the run.</summary>
    public long Steps { get; init; }

    /// <summary>Rows that the running epoch has taken.</summary>
    public int Rows { get; init; }

    /// <summary>The sum of the losses of those rows.</summary>
    public double LossSum { get; init; }

    /// <summary>Of the last step.</summary>
    public float LearningRate { get; init; }

    public int BestEpoch { get; init; }
    public double BestLoss { get; init; }

    /// <inheritdoc cref="OptimizerState.FirstPower"/>
    public double FirstPower { get; init; }

    /// <inheritdoc cref="OptimizerState.SecondPower"/>
    public double SecondPower { get; init; }

    /// <summary>How long the run took, pauses left out.</summary>
    public double Seconds { get; init; }

    /// <summary>Whether a number had stopped being finite, and the run was set back to its best epoch.</summary>
    public bool HasDiverged { get; init; }

    /// <summary>Each number as a text that reads back to the same bits.</summary>
    public IEnumerable<(string Name, string Text)> ToTexts() =>
    [
        ("epochs", Text(Epochs)), ("steps", Text(Steps)), ("rows", Text(Rows)), ("loss_sum", Text(LossSum)),
        ("learning_rate", Text(LearningRate)), ("best_epoch", Text(BestEpoch)), ("best_loss", Text(BestLoss)),
        ("first_power", Text(FirstPower)), ("second_power", Text(SecondPower)), ("seconds", Text(Seconds)),
        ("has_diverged", HasDiverged ? "true" : "false"),
    ];

    /// <exception cref="FormatException">A text is missing, or no number.</exception>
    public static TrainingPosition OfTexts(IReadOnlyDictionary<string, string> texts)
    {
        return new()
        {
            Epochs = Number<int>("epochs"), Steps = Number<long>("steps"), Rows = Number<int>("rows"),
            LossSum = Number<double>("loss_sum"), LearningRate = Number<float>("learning_rate"),
            BestEpoch = Number<int>("best_epoch"), BestLoss = Number<double>("best_loss"),
            FirstPower = Number<double>("first_power"), SecondPower = Number<double>("second_power"),
            Seconds = Number<double>("seconds"), HasDiverged = Of("has_diverged") == "true",
        };

        T Number<T>(string name) where T : IParsable<T> => T.Parse(Of(name), CultureInfo.InvariantCulture);

        string Of(string name) => texts.GetValueOrDefault(name) ?? throw new FormatException($"it lacks its {name}");
    }

    // The shortest text that reads back to the same number.
    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
