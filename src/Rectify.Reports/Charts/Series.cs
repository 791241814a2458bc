namespace Rectify.Reports.Charts;

/// <summary>A line of a chart.</summary>
/// <param name="Name">Stands at its end.</param>
/// <param name="Points">In order along the chart; what is not finite is marked.</param>
/// <param name="Role">Its colour.</param>
internal sealed record Series(string Name, IReadOnlyList<(double X, double Y)> Points, Role Role)
{
    /// <summary>How far what the line is the middle of reaches at each point; empty where it is not the middle of anything.</summary>
    public IReadOnlyList<(double Low, double High)> Band { get; init; } = [];

    public string? Dashes { get; init; }
    public double Thickness { get; init; } = 1.75;
}
