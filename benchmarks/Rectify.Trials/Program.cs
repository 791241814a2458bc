using System.Globalization;
using Rectify.Trials;

// dotnet dev.cs trials [name …]: without a name, all of them.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};

if (args.FirstOrDefault(name => TrialCatalog.All.All(trial => trial.Name != name)) is { } unknown)
{
    Console.Error.WriteLine(
        $"There is no trial called '{unknown}'. Known: {string.Join(", ", TrialCatalog.All.Select(trial => trial.Name))}.");
    return 2;
}
return TrialSession.Run([.. TrialCatalog.All.Where(trial => args.Length == 0 || args.Contains(trial.Name))], stop.Token);
