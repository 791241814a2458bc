namespace Rectify.Reports.Runs;

/// <summary>How many units of one layer got each verdict.</summary>
internal sealed record LayerCounts(
    string Name, string Activation, int Units, int Rows, int Alive, int RarelyActive, int Silent, int Saturated, int AlwaysOn);
