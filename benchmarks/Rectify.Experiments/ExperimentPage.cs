using System.Text;

namespace Rectify.Experiments;

/// <summary>docs/experiments.md.</summary>
internal static class ExperimentPage
{
    public const string Head =
        """
        # The classic experiments

        What is said of rectifiers, tried: written by `dotnet dev.cs experiments`, with ten seeds each, on data that the program makes, so
        that everything here can be done again, to the same numbers, on any machine. Each seed is another set of points, another split and
        another start. What a table calls a difference has its 95 % interval by Student's t, after Holm's correction; a bold one is clear,
        and nothing is said of others. *First gradient / last* is the size of the gradient at the first hidden layer over that at the last
        hidden one, in the first step; near 1 nothing is lost on the way.

        They are small networks on small data. What they show is how a mechanism works, not what is best on yours: for that there is
        `rectify compare`.

        """;

    public static string SectionOf(Experiment experiment, Lab lab)
    {
        lab.Begin(experiment);
        StringBuilder text = new();
        text.Append($"\n## {experiment.Title}\n\n**Question.** {experiment.Question}\n\n**Method.** {experiment.Method}\n");
        foreach (IExhibit exhibit in experiment.Exhibits)
        {
            text.Append('\n');
            foreach (string line in exhibit.Show(lab)) { text.Append(line).Append('\n'); }
        }
        return text.Append($"\n**What it says.** {experiment.Remarks}\n").ToString();
    }
}
