using Rectify.Reports.Charts;
using Rectify.Reports.Languages;
using Rectify.Reports.Runs;

namespace Rectify.Reports.Figures;

/// <summary>A figure of a report: some charts of a run that answer one question.</summary>
internal interface IFigure
{
    /// <summary>As --figure takes it; title and notes stand under figure.NAME in the files of words.</summary>
    string Name { get; }

    /// <summary>Nothing where the run does not tell.</summary>
    IEnumerable<Chart> ChartsOf(RunStory run, Words words);
}
