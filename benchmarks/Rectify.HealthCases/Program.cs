using System.Globalization;
using Rectify.HealthCases;

// dotnet dev.cs health-cases [calibrate] [words of names …]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};
bool calibrates = args is ["calibrate", ..];
return CaseCommand.Run(calibrates ? args[1..] : args, calibrates, stop.Token);
