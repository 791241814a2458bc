namespace Rectify.Faults;

/// <summary>Says which share of core's lines the tests run.</summary>
internal static class CoverCommand
{
    /// <param name="report">What coverlet wrote, as JSON.</param>
    /// <returns>The exit code: 0, or 1 where the share is below what is promised.</returns>
    public static int Run(string report)
    {
        CoverageTable table = CoverageTable.Read(report);
        Console.WriteLine(table.Text());
        FaultPage.WriteCoverage(table);
        return table.Share >= CoverageTable.Promised ? 0 : 1;
    }
}
