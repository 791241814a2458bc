using System.Text.Json.Nodes;

namespace Rectify.Data;

/// <summary>How one column becomes numbers: what was learned of it on the training part.</summary>
internal abstract class ColumnEncoder(string name)
{
    public string Name { get; } = name;

    public abstract ColumnType Type { get; }

    /// <summary>The name of each number this column becomes, in order.</summary>
    public abstract IReadOnlyList<string> FeatureNames { get; }

    /// <summary>Ties the encoder to the cells of a table.</summary>
    /// <exception cref="DataException">The column is of another type.</exception>
    public abstract BoundColumn Bind(Column column, string table);

    public JsonObject ToJson()
    {
        JsonObject json = new() { ["name"] = Name, ["type"] = JsonFields.Name(Type) };
        Write(json);
        return json;
    }

    public static ColumnEncoder Fit(Column column, ReadOnlySpan<int> rows, Scaling scaling) => column switch
    {
        NumberColumn numbers => NumberEncoder.Fit(numbers, rows, scaling),
        CategoryColumn categories => CategoryEncoder.Fit(categories, rows),
        _ => DateEncoder.Fit((DateColumn)column, rows, scaling),
    };

    public static ColumnEncoder FromJson(JsonFields json) => json.Choice<ColumnType>("type") switch
    {
        ColumnType.Number => NumberEncoder.Read(json),
        ColumnType.Category => CategoryEncoder.Read(json),
        _ => DateEncoder.Read(json),
    };

    protected abstract void Write(JsonObject json);

    protected TColumn Expect<TColumn>(Column column, string table) where TColumn : Column
        => column as TColumn ?? throw new DataException(
            $"{table}, column \"{Name}\" is a {JsonFields.Name(column.Type)}, but the model was trained with a {JsonFields.Name(Type)}. "
            + $"Read it with --column-type {Name}={JsonFields.Name(Type)}.");
}
