using System.Text.Json.Nodes;

namespace Rectify.Data;

/// <summary>How the target becomes one number and a network's output becomes an answer.</summary>
public sealed class TargetEncoding
{
    private readonly Scale _scale;
    private readonly ColumnType _type;

    private TargetEncoding(string name, ColumnType type, TaskKind task, IReadOnlyList<string> labels, Scale scale)
        => (Name, _type, Task, Labels, _scale) = (name, type, task, labels, scale);

    /// <summary>The target column's name, or what stands for it: class, row.</summary>
    public string Name { get; }

    public TaskKind Task { get; }

    /// <summary>The classes' labels by index. Empty for the other tasks.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The training part's mean; 0 for classification.</summary>
    public double Mean => _scale.Center;

    /// <summary>The training part's standard deviation, by which an error in training units is multiplied; 1 for classification.</summary>
    public double Deviation => _scale.Spread;

    internal ColumnType Type => _type;

    /// <summary>The value that a standardised output stands for, in the target's unit.</summary>
    public double ToValue(float output) => _scale.Undo(output);

    /// <summary>The standardised number of a value in the target's unit.</summary>
    public float FromValue(double value) => _scale.Apply(value);

    /// <summary>The classes of images, which have no column of a name.</summary>
    internal static TargetEncoding OfClasses(string name, IReadOnlyList<string> labels)
        => new(name, ColumnType.Category, TaskKind.Classification, labels, Scale.Identity);

    /// <summary>The row itself, as an autoencoder learns it.</summary>
    internal static TargetEncoding OfRow(string name) => new(name, ColumnType.Number, TaskKind.Reconstruction, [], Scale.Identity);

    internal static TargetEncoding Fit(TablePlan plan, ReadOnlySpan<int> rows)
    {
        if (plan.Target is null) { return OfRow("row"); }
        if (plan.Task == TaskKind.Classification)
        {
            return new(plan.Target.Name, plan.Target.Type, plan.Task, plan.Labels, Scale.Identity);
        }

        ReadOnlySpan<float> values = ((NumberColumn)plan.Target).Values;
        double[] learned = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++) { learned[i] = values[rows[i]]; }
        return new(plan.Target.Name, ColumnType.Number, plan.Task, [], Scale.Learn(Scaling.Standard, learned));
    }

    /// <summary>One number a row: the class's index or the standardised value; NaN where it is missing or an unknown class.</summary>
    internal float[] Encode(Column column, string table)
    {
        if (Task == TaskKind.Classification)
        {
            Dictionary<string, int> indices = Labels.Index().ToDictionary(label => label.Item, label => label.Index);
            Classes classes = Classes.Of(column);
            float[] targetOf = [.. classes.Labels.Select(label => indices.TryGetValue(label, out int index) ? index : float.NaN)];
            return Array.ConvertAll(classes.Codes, code => code < 0 ? float.NaN : targetOf[code]);
        }

        NumberColumn numbers = column as NumberColumn ?? throw new DataException(
            $"{table}, column \"{Name}\" is a {JsonFields.Name(column.Type)}, but the model learned a number. "
            + $"Read it with --column-type {Name}=number.");
        ReadOnlySpan<float> values = numbers.Values;
        float[] targets = new float[values.Length];
        for (int row = 0; row < targets.Length; row++) { targets[row] = _scale.Apply(values[row]); }
        return targets;
    }

    internal JsonObject ToJson()
    {
        JsonObject json = new() { ["name"] = Name, ["type"] = JsonFields.Name(_type), ["task"] = JsonFields.Name(Task) };
        if (Task == TaskKind.Classification) { json["labels"] = new JsonArray([.. Labels.Select(label => (JsonNode)label)]); }
        else if (Task == TaskKind.Regression) { _scale.Write(json); }
        return json;
    }

    internal static TargetEncoding FromJson(JsonFields json)
    {
        TaskKind task = json.Choice<TaskKind>("task");
        string[] labels = task == TaskKind.Classification ? json.Texts("labels") : [];
        if (task == TaskKind.Classification && labels.Distinct().Count() is var count && (count < 2 || count < labels.Length))
        {
            throw json.Wrong("labels", "at least two different texts");
        }
        Scale scale = task == TaskKind.Regression ? Scale.Read(json) : Scale.Identity;
        return new(json.Text("name"), json.Choice<ColumnType>("type"), task, labels, scale);
    }
}
