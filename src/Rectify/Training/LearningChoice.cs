using Rectify.Data;
using Rectify.Models;
using Rectify.Networks;

namespace Rectify.Training;

/// <summary>The loss, the design and the outputs that fit the data, by what was chosen and else by the task.</summary>
internal sealed class LearningChoice
{
    private readonly LearningData _data;
    private readonly TrainOptions _options;

    /// <exception cref="ArgumentException">A choice does not fit the data or another choice.</exception>
    public LearningChoice(LearningData data, TrainOptions options)
    {
        (_data, _options) = (data, options);
        LossEntry loss = ChooseLoss();
        RefuseClassOptions(loss);
        bool isYesOrNo = loss.Meaning == OutputMeaning.IndependentScores && data.Labels.Count == 2;
        Outputs = options.OutputUnits ?? (isYesOrNo ? 1 : data.Pipeline.OutputCount);
        CheckOutputs();
        Meaning = loss.MeaningFor(data.Task == TaskKind.Classification);
        Loss = loss.CreateFor(Meaning, options.LabelSmoothing, ClassWeights());
        Design = ChooseDesign();
    }

    public Loss Loss { get; }
    public OutputMeaning Meaning { get; }
    public NetworkDesign Design { get; }
    public int Outputs { get; }

    private string TaskName => _data.Task.ToString().ToLowerInvariant();

    private LossEntry ChooseLoss()
    {
        bool classes = _data.Task == TaskKind.Classification;
        LossEntry loss = LossCatalog.Find(_options.Loss ?? (classes ? "cross-entropy" : "mse"));
        if (classes || !loss.IsForClasses) { return loss; }
        string fitting = string.Join(", ", LossCatalog.All.Where(e => !e.IsForClasses).Select(e => e.Name));
        throw new ArgumentException($"--loss {loss.Name} does not fit {TaskName}. Use one of: {fitting}.");
    }

    private void RefuseClassOptions(LossEntry loss)
    {
        string? option = _options.ClassWeighting != ClassWeighting.None ? "--class-weight"
            : _options.LabelSmoothing > 0 ? "--label-smoothing" : null;
        if (option is null || loss.IsForClasses) { return; }
        throw new ArgumentException(_data.Task != TaskKind.Classification
            ? $"{option} is about classes, and {TaskName} has none: leave it out."
            : $"{option} means nothing to --loss {loss.Name}, which is for numbers: leave it out, or use --loss cross-entropy.");
    }

    private void CheckOutputs()
    {
        int wanted = _data.Pipeline.OutputCount;
        if (Outputs == wanted || (_data.Task == TaskKind.Classification && Outputs == 1 && wanted == 2)) { return; }
        string task = _data.Task switch
        {
            TaskKind.Classification => $"{wanted} classes",
            TaskKind.Regression => "regression of one number",
            _ => $"reconstruction of {wanted} numbers",
        };
        throw new ArgumentException($"--output-units {Outputs} does not fit {task}: give {wanted}, or leave it out.");
    }

    private NetworkDesign ChooseDesign()
    {
        bool isImage = _data.Pipeline.InputShape.IsImage, reconstructs = _data.Task == TaskKind.Reconstruction;
        if (_options.Design.Channels is { Count: > 0 } && (reconstructs || !isImage))
        {
            throw new ArgumentException(reconstructs
                ? "--model cnn does not fit reconstruction, whose last layers would have to undo convolutions: use --model mlp."
                : "--model cnn takes images, and a table has none: use --model mlp.");
        }
        NetworkDesign design = reconstructs ? _options.Design with { Channels = [] } : _options.Design;
        return design.For(_data.Pipeline.InputShape);
    }

    private float[]? ClassWeights()
    {
        if (_options.ClassWeighting == ClassWeighting.None) { return null; }
        IReadOnlyList<int> counts = _data.ClassCounts;
        double rows = counts.Sum();
        return [.. counts.Select(n => (float)(rows / (counts.Count * Math.Max(n, 1.0))))];
    }
}
