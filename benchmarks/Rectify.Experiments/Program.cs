using System.Globalization;
using Rectify.Experiments;

// dotnet dev.cs experiments [--quick] [names …]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};
return ExperimentCommand.Run([.. args.Where(arg => arg != "--quick")], args.Contains("--quick"), stop.Token);
