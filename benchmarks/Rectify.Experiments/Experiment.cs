namespace Rectify.Experiments;

/// <summary>A piece of received wisdom, tried.</summary>
/// <param name="Name">As it is typed, and as figures are called.</param>
/// <param name="Title">Of its section.</param>
/// <param name="Question">What is to be found out.</param>
/// <param name="Method">What is done, beside what the commands say.</param>
/// <param name="Exhibits">What is trained or measured, in order.</param>
/// <param name="Remarks">
/// What it means, what is surprising, and where it disagrees with received wisdom: written by hand, looking at the figures, which are the
/// same on every machine.
/// </param>
internal sealed record Experiment(
    string Name, string Title, string Question, string Method, IReadOnlyList<IExhibit> Exhibits, string Remarks);
