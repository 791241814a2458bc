namespace Rectify.Faults;

/// <summary>What was typed.</summary>
/// <param name="Names">Rooms or files, as their path ends or begins; none for all.</param>
/// <param name="PerFile">How many faults in each file; null for what <see cref="RoomCatalog"/> says.</param>
/// <param name="Seed">Which of them.</param>
/// <param name="AtOnce">How many are tried at a time.</param>
/// <param name="IsNear">Whether only the tests that know a room best are asked: a quick look, which misses more.</param>
/// <param name="Writes">Whether the page is written also where not all was asked for.</param>
internal sealed record Request(IReadOnlyList<string> Names, int? PerFile, int Seed, int AtOnce, bool IsNear, bool Writes)
{
    private const string SampleOption = "--sample", SeedOption = "--seed", AtOnceOption = "--at-once";
    private const string NearOption = "--near", WriteOption = "--write";

    /// <summary>The command that asks for this, as far as it decides what is found.</summary>
    public string Command
    {
        get
        {
            string[] sample = PerFile is null ? [] : [SampleOption, $"{PerFile}"];
            return string.Join(' ', (string[])["dotnet dev.cs faults", .. Names, .. sample, SeedOption, $"{Seed}"]);
        }
    }

    /// <exception cref="ArgumentException">An option is not known, or its value is no number.</exception>
    public static Request Parse(string[] arguments)
    {
        Request request = new([], null, Seed: 1, AtOnce: 1, IsNear: false, Writes: false);
        List<string> names = [];
        for (int i = 0; i < arguments.Length; i++)
        {
            string argument = arguments[i];
            if (!argument.StartsWith('-'))
            {
                names.Add(argument.TrimEnd('/'));
                continue;
            }
            if (argument is NearOption or WriteOption)
            {
                request = argument == NearOption ? request with { IsNear = true } : request with { Writes = true };
                continue;
            }
            string value = i + 1 < arguments.Length ? arguments[++i] : "nothing";
            if (!int.TryParse(value, out int number) || number < (argument == SeedOption ? 0 : 1))
            {
                throw new ArgumentException($"{argument} takes a whole number, but {value} is given.");
            }
            request = argument switch
            {
                SampleOption => request with { PerFile = number },
                SeedOption => request with { Seed = number },
                AtOnceOption => request with { AtOnce = number },
                _ => throw new ArgumentException(
                    $"There is no option {argument}. Known: {SampleOption}, {SeedOption}, {AtOnceOption}, {NearOption}, {WriteOption}."),
            };
        }
        return request with { Names = names };
    }

    /// <summary>The files that are asked for, in the order of the names.</summary>
    /// <param name="paths">All there are, from src/Rectify, with slashes.</param>
    public IEnumerable<string> Among(IEnumerable<string> paths)
        => Names.Count == 0 ? paths : Names.SelectMany(name => paths.Where(path => Means(name, path))).Distinct();

    /// <summary>Whether a name is that of a file, of its last part, or of a room it lies in.</summary>
    public static bool Means(string name, string path)
        => path == name || path.StartsWith(name + "/", StringComparison.Ordinal) || path.EndsWith("/" + name, StringComparison.Ordinal);
}
