using System.Globalization;
using Rectify.Health;
using Rectify.Reports.Charts;
using Rectify.Reports.Languages;
using Rectify.Reports.Runs;

namespace Rectify.Reports.Figures;

/// <summary>How often each unit fires, epoch by epoch; its table says of each unit why it is as it is.</summary>
internal sealed class FiringFigure : IFigure
{
    // Epochs that the table shows: all of them would be a book.
    private const int MostEpochs = 5;

    public string Name => "firing";

    public IEnumerable<Chart> ChartsOf(RunStory run, Words words)
    {
        IEnumerable<string> ofPortraits = run.Portraits.LastOrDefault()?.Layers.Select(layer => layer.Layer) ?? [];
        foreach (string name in run.Layers.Count > 0 ? run.Layers.Select(layer => layer.Census.Layer) : ofPortraits)
        {
            (int Epoch, LayerPortrait Layer)[] portraits = [.. PreActivationFigure.Of(run, name)];
            LayerFacts? facts = run.Layers.FirstOrDefault(l => l.Census.Layer == name);
            int units = facts?.Census.Units ?? portraits[^1].Layer.Rates.Count;
            int silent = facts?.Census.Count(Verdict.Silent) ?? portraits[^1].Layer.Rates.Count(r => r == FiringRate.Never);
            yield return new RateStrip(portraits, facts)
            {
                Title = facts is null ? name : $"{name} · {facts.Census.Activation}",
                Summary = words.Fill("firing.summary", name, units, silent),
                Names = (words["epoch"], words["kept"], words["units"], words["firing.never"], words["firing.always"],
                    words["verdict.silent"]),
                Units = TableOf(name, portraits, facts, words),
            };
        }
    }

    private static DataTable TableOf(string name, (int Epoch, LayerPortrait Layer)[] portraits, LayerFacts? facts, Words words)
    {
        (int Epoch, LayerPortrait Layer)[] shown =
        [
            .. Enumerable.Range(0, Math.Min(portraits.Length, MostEpochs))
                .Select(i => portraits[i * (portraits.Length - 1) / Math.Max(Math.Min(portraits.Length, MostEpochs) - 1, 1)]),
        ];
        string[] epochs = [.. shown.Select(p => words.Fill("at-epoch", p.Epoch))];
        int units = facts?.Census.Units ?? portraits[^1].Layer.Rates.Count;
        List<string> columns = [words["unit"], .. epochs];
        if (facts is not null)
        {
            columns.AddRange(
                [words["kept"], words["verdict"], words["largest"], words["bias"], words["weight-norm"], words["silent-since"]]);
        }
        return new(words.Fill("firing.table", name), columns, [.. Enumerable.Range(0, units).Select(Row)]);

        IReadOnlyList<string> Row(int unit)
        {
            List<string> row =
            [
                unit.ToString(CultureInfo.InvariantCulture),
                .. shown.Select(p => NumberText.Percent(FiringRate.ShareOf(p.Layer.Rates[unit]))),
            ];
            if (facts is not null)
            {
                row.AddRange(
                [
                    NumberText.Percent((double)facts.Census.ActiveRows[unit] / Math.Max(facts.Census.Rows, 1)),
                    words[$"verdict.{UnitText.NameOf(facts.Census.Verdicts[unit])}"],
                    At(facts.LargestPreActivations), At(facts.Biases),
                    unit < facts.WeightNorms.Count ? NumberText.Of(facts.WeightNorms[unit]) : "",
                    unit < facts.SilentSince.Count && facts.SilentSince[unit] is { } step ? NumberText.Whole(step) : "",
                ]);
            }
            return row;

            string At(IReadOnlyList<float> values) => unit < values.Count ? NumberText.Of(values[unit]) : "";
        }
    }
}
