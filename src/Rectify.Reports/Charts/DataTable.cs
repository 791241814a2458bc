namespace Rectify.Reports.Charts;

/// <summary>The numbers of a chart.</summary>
/// <param name="Caption">What they are.</param>
/// <param name="Columns">The heads.</param>
/// <param name="Rows">The cells of each row, the first of which names it.</param>
internal sealed record DataTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
