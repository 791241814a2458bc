using System.Globalization;
using Rectify.Accuracy;

// dotnet dev.cs ulp [name …] and dotnet dev.cs coefficients; the first argument says which.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};

switch (args)
{
    case ["coefficients"]:
        File.WriteAllText(CoefficientFile.Path, CoefficientFile.Text());
        Console.WriteLine($"wrote {CoefficientFile.Path}");
        return 0;
    case ["ulp", .. string[] names]:
        return UlpCommand.Run(names, stop.Token);
    default:
        Console.Error.WriteLine("Say 'ulp', with names of functions or without, or 'coefficients'.");
        return 2;
}
