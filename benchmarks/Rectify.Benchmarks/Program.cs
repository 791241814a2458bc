using System.Globalization;
using Rectify.Benchmarks;

// dotnet dev.cs bench [part …] [--write]: without a name, all parts run.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [TrainingAlone.Argument, var engine])
{
    TrainingAlone.Run(engine);
    return 0;
}

const string Write = "--write";
string[] names = [.. args.Where(argument => argument != Write)];
if (names.FirstOrDefault(name => !PartCatalog.Named(name).Any()) is { } unknown)
{
    Console.Error.WriteLine(
        $"There is no benchmark called '{unknown}'. Known: {string.Join(", ", PartCatalog.All.Select(part => part.Name))}.");
    return 2;
}

Console.WriteLine(Machine.Describe());
var (peers, missing) = PeerCatalog.Load();
foreach (string sentence in missing) { Console.WriteLine(sentence); }

// Figures without a peer would replace those with it.
bool writes = missing.Count == 0 || args.Contains(Write);
string decision = writes ? "will be written." : $"stays as it is, because peers are missing; {Write} writes it.";
Console.WriteLine($"{PerformancePage.FilePath} {decision}");
foreach (Part part in names.DefaultIfEmpty("").SelectMany(PartCatalog.Named).Distinct())
{
    string section = Session.Measure(part, peers);
    if (writes) { PerformancePage.Replace(part, section); }
}
return 0;
