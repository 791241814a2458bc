using System.Globalization;
using Rectify.Faults;

// dotnet dev.cs faults [room or file …] [--sample N] [--seed S] [--at-once N] [--near] [--write], and dotnet dev.cs coverage; the
// first argument says which.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};

try
{
    switch (args)
    {
        case ["plant", .. string[] arguments]: return PlantCommand.Run(Request.Parse(arguments), stop.Token);
        case ["cover", string report]: return CoverCommand.Run(report);
        default:
            Console.Error.WriteLine("Say 'plant', with rooms, files and options or without, or 'cover' and the report of a run.");
            return 2;
    }
}
catch (ArgumentException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
catch (Exception exception) when (exception is InvalidOperationException or IOException)
{
    Console.Error.WriteLine(exception.Message);
    return 3;
}
