using System.Text.Json.Nodes;

namespace Rectify.Data;

/// <summary>
/// A category becomes one number per known label: 1 for its own, 0 for the others. Labels that are rare in the training part
/// share the place "other", where labels never seen in training go as well; without rare labels there is no such place, and an
/// unseen label is all zeros. A missing cell has its own place where training had missing cells, and is all zeros otherwise.
/// </summary>
internal sealed class CategoryEncoder : ColumnEncoder
{
    /// <summary>A label with its own place is on at least this many training rows …</summary>
    public const int LeastRows = 3;

    /// <summary>… and on at least this share of them …</summary>
    public const double LeastShare = 0.001;

    /// <summary>… and is among so many of the most frequent.</summary>
    public const int MostLabels = 100;

    private const int NoPlace = -1;
    private readonly string[] _labels;
    private readonly bool _other, _missing;

    public CategoryEncoder(string name, string[] labels, bool other, bool missing) : base(name)
    {
        (_labels, _other, _missing) = (labels, other, missing);
        List<string> features = [.. labels.Select(label => $"{name}={label}")];
        if (other) { features.Add($"{name} other"); }
        if (missing) { features.Add($"{name} missing"); }
        FeatureNames = features;
    }

    public override ColumnType Type => ColumnType.Category;
    public override IReadOnlyList<string> FeatureNames { get; }

    private int OtherPlace => _other ? _labels.Length : NoPlace;
    private int MissingPlace => _missing ? _labels.Length + (_other ? 1 : 0) : NoPlace;

    public static CategoryEncoder Fit(CategoryColumn column, ReadOnlySpan<int> rows)
    {
        int[] counts = new int[column.Labels.Count];
        bool missing = false;
        ReadOnlySpan<int> codes = column.Codes;
        foreach (int row in rows)
        {
            if (codes[row] < 0) { missing = true; }
            else { counts[codes[row]]++; }
        }

        int least = Math.Max(LeastRows, (int)Math.Ceiling(LeastShare * rows.Length));
        int[] seen = [.. Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0)];
        string[] kept = [.. seen
            .Where(code => counts[code] >= least)
            .OrderByDescending(code => counts[code])
            .ThenBy(code => column.Labels[code], StringComparer.Ordinal)
            .Take(MostLabels)
            .Select(code => column.Labels[code])
            .Order(StringComparer.Ordinal)];
        return new(column.Name, kept, other: kept.Length < seen.Length, missing);
    }

    public static CategoryEncoder Read(JsonFields json)
        => new(json.Text("name"), json.Texts("labels"), json.Flag("other"), json.Flag("missing"));

    public override BoundColumn Bind(Column column, string table)
    {
        CategoryColumn categories = Expect<CategoryColumn>(column, table);
        Dictionary<string, int> places = [];
        for (int place = 0; place < _labels.Length; place++) { places[_labels[place]] = place; }
        int[] placeOfCode = [.. categories.Labels.Select(label => places.GetValueOrDefault(label, OtherPlace))];
        return new Bound(categories, placeOfCode, MissingPlace, FeatureNames.Count);
    }

    protected override void Write(JsonObject json)
    {
        json["labels"] = new JsonArray([.. _labels.Select(label => (JsonNode)label)]);
        json["other"] = _other;
        json["missing"] = _missing;
    }

    private sealed class Bound(CategoryColumn column, int[] placeOfCode, int missingPlace, int features) : BoundColumn(column.Cells)
    {
        public override void Encode(ReadOnlySpan<int> cells, Span<float> inputs, int width)
        {
            for (int i = 0; i < cells.Length; i++)
            {
                inputs.Slice(i * width, features).Clear();
                int place = cells[i] < 0 ? missingPlace : placeOfCode[cells[i]];
                if (place != NoPlace) { inputs[i * width + place] = 1; }
            }
        }
    }
}
