using System.CommandLine;
using Rectify.Cli.Settings;
using Rectify.Data;

namespace Rectify.Cli.Commands;

/// <summary>The options of a command that writes a page, or one figure of it: -o, --figure, --format.</summary>
/// <param name="placeText">What -o says of the place that is taken without it.</param>
/// <param name="figureText">What --figure says of itself.</param>
/// <param name="figureName">What a figure is named by.</param>
/// <param name="figures">The figures there are; asked for when one is typed, since the help has to be quick.</param>
internal sealed class PageOptions(string placeText, string figureText, string figureName, Func<IEnumerable<string>> figures)
{
    /// <summary>The one format there is, and the ending of its files.</summary>
    public const string SvgFormat = "svg";

    private readonly Option<string> _out = new("--out", "-o") { Description = $"The file to write. {placeText}", HelpName = "file" };
    private readonly Option<string> _figure = new("--figure") { Description = figureText, HelpName = figureName };
    private readonly Option<string> _format = new("--format") { Description = "Of a figure. [svg]", HelpName = SvgFormat };

    public void AddTo(Command command)
    {
        command.Options.Add(_out);
        command.Options.Add(_figure);
        command.Options.Add(_format);
    }

    /// <summary>What was typed behind -o; null where nothing was.</summary>
    public string? PathOf(ParseResult parsed) => parsed.GetValue(_out);

    /// <summary>The name of the figure that is asked for; null where the whole page is.</summary>
    /// <exception cref="UsageException">There is no such figure or format, or a format of no figure.</exception>
    public string? FigureOf(ParseResult parsed)
    {
        string? figure = parsed.GetValue(_figure);
        if (parsed.GetValue(_format) is { } format)
        {
            if (figure is null) { throw new UsageException("--format is of one figure: name it with --figure, or leave --format out."); }
            new SettingText(_format.Name, format).OneOf((SvgFormat, true));
        }
        return figure is null ? null : new SettingText(_figure.Name, figure).OneOf([.. figures().Select(name => (name, name))]);
    }

    /// <summary>A place for a file, that is none of a folder.</summary>
    /// <exception cref="DataException">It is a folder.</exception>
    public static string FileAt(string place)
        => Directory.Exists(place) ? throw new DataException($"{place} is a folder: name a file with -o.") : place;
}
