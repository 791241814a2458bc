namespace Rectify.Reports.Charts;

/// <summary>A row of an <see cref="IntervalChart"/>.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Values">The numbers.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Low">The lower end of its interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="Role">Its colour.</param>
internal sealed record IntervalRow(string Name, IReadOnlyList<double> Values, double Mean, double Low, double High, Role Role);
