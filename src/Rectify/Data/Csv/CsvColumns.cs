using System.Globalization;

namespace Rectify.Data;

/// <summary>The columns of a file by name, and what was said of each before it is read.</summary>
internal sealed class CsvColumns
{
    private readonly CsvOptions _options;
    private readonly bool _onlyExpected;

    private CsvColumns(string[] names, bool hasHeader, CsvOptions options)
    {
        (Names, HasHeader, _options) = (names, hasHeader, options);
        // A file with none of a model's columns is read whole, so that the model can say what it has instead.
        _onlyExpected = options.Expected is not null && names.Any(options.Expected.ContainsKey);
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether the first record holds the names.</summary>
    public bool HasHeader { get; }

    /// <exception cref="DataException">An option names a column that is not there.</exception>
    public static CsvColumns Make(string file, string[] first, bool hasHeader, CsvOptions options, List<Notice> notices)
    {
        string[] names = hasHeader ? Unique(first, notices) : [.. Enumerable.Range(1, first.Length).Select(Numbered)];
        foreach (string name in options.ColumnTypes.Keys.Concat(options.Ignore))
        {
            if (!names.Contains(name))
            {
                throw new DataException(
                    $"{file} has no column \"{name}\", which an option names."
                    + $"{Spelling.Suggest(name, names)} It has: {Listing.Of(names)}.");
            }
        }
        return new(names, hasHeader, options);
    }

    public bool IsRead(string name) => !_options.Ignore.Contains(name) && (!_onlyExpected || _options.Expected!.ContainsKey(name));

    /// <summary>The type that a person or a model gave the column; null where it has to be found.</summary>
    public ColumnType? TypeOf(string name)
        => _options.ColumnTypes.TryGetValue(name, out ColumnType type) ? type : _options.Expected?.GetValueOrDefault(name)?.Type;

    /// <summary>How a model knows the column's days to be written.</summary>
    public string? DateFormatOf(string name) => _options.Expected?.GetValueOrDefault(name)?.DateFormat;

    // An empty name becomes the column's number; a name that was there before gets a number behind it.
    private static string[] Unique(string[] header, List<Notice> notices)
    {
        HashSet<string> taken = [];
        string[] names = new string[header.Length];
        for (int i = 0; i < header.Length; i++)
        {
            string wanted = header[i].Length > 0 ? header[i] : Numbered(i + 1), name = wanted;
            for (int copy = 2; !taken.Add(name); copy++) { name = $"{wanted}_{copy}"; }
            if (name != header[i])
            {
                notices.Add(Notice.Choice(header[i].Length > 0
                    ? $"the second column called {header[i]} is now {name}"
                    : $"column {i + 1} has no name and is now called {name}"));
            }
            names[i] = name;
        }
        return names;
    }

    private static string Numbered(int number) => number.ToString(CultureInfo.InvariantCulture);
}
