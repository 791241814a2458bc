using Rectify.Reports.Charts;
using Rectify.Reports.Languages;
using Rectify.Reports.Runs;

namespace Rectify.Reports.Figures;

/// <summary>A line for each layer of weights: the first and the last in colours of their own, those between them by their names.</summary>
internal static class DepthLines
{
    private const int MostNamed = 4;

    public static IEnumerable<Chart> ChartsOf(RunStory run, Words words, string name, Func<WeightPoint, double> sizeOf)
    {
        IGrouping<string, WeightPoint>[] layers = [.. run.Weights.GroupBy(w => w.Layer)];
        if (layers.Length == 0) { yield break; }
        yield return new LineChart
        {
            Title = words[$"{name}.title"],
            Summary = words.Fill($"{name}.summary", layers[0].Key, NumberText.Of(sizeOf(layers[0].Last())), layers[^1].Key,
                NumberText.Of(sizeOf(layers[^1].Last()))),
            Series = [.. layers.Index().Select(layer => SeriesOf(layer.Index, layers.Length, layer.Item, sizeOf))],
            Along = words["step"],
            IsLogarithmic = true,
            IsLogarithmicAlong = true,
            NotFinite = words["not-finite"],
        };
    }

    private static Series SeriesOf(int index, int count, IGrouping<string, WeightPoint> layer, Func<WeightPoint, double> sizeOf)
    {
        bool isEnd = index == 0 || index == count - 1;
        Role between = count > MostNamed ? Role.Muted : index == 1 ? Role.Green : Role.Purple;
        Role role = index == count - 1 ? Role.Vermilion : index == 0 ? Role.Blue : between;
        return new(layer.Key, [.. layer.Select(w => ((double)w.Step, sizeOf(w)))], role)
        {
            Thickness = isEnd || count <= MostNamed ? 1.75 : 0.9,
        };
    }
}
