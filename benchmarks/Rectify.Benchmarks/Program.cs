using System.Globalization;
using Rectify.Benchmarks;

// dotnet run -c Release --project benchmarks/Rectify.Benchmarks -- [part …]: without a name, all parts run.
(string Name, Action Run)[] parts =
[
    ("peak", PeakPart.Run),
    ("product", ProductPart.Run),
    ("convolution", ConvolutionPart.Run),
    ("network", NetworkPart.Run),
];

foreach (string name in args)
{
    if (parts.Any(part => part.Name == name)) { continue; }
    Console.Error.WriteLine($"There is no benchmark called '{name}'. Known: {string.Join(", ", parts.Select(part => part.Name))}.");
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.WriteLine($"{Machine.Describe()}, {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC");
foreach ((string name, Action run) in parts)
{
    if (args.Length > 0 && !args.Contains(name)) { continue; }
    Console.WriteLine();
    run();
}
return 0;
