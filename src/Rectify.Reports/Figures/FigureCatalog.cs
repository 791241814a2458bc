using Rectify.Data;

namespace Rectify.Reports.Figures;

/// <summary>Every figure, in the order of a report.</summary>
internal static class FigureCatalog
{
    public static IReadOnlyList<IFigure> All { get; } =
    [
        new LossFigure(), new FiringFigure(), new PreActivationFigure(), new GradientFigure(), new StartFigure(), new ConfusionFigure(),
        new ResidualFigure(),
    ];

    /// <exception cref="ArgumentException">There is no such figure.</exception>
    public static IFigure Find(string name) => All.FirstOrDefault(figure => figure.Name == name) ?? throw new ArgumentException(
        $"There is no figure called '{name}'.{Spelling.Suggest(name, All.Select(f => f.Name))} "
        + $"Known: {string.Join(", ", All.Select(f => f.Name))}.");
}
