using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Rectify.Cli.Settings;

namespace Rectify.Cli.Output;

/// <summary>
/// The help of a command: what stands on the left, what it means on the right, wrapped where the terminal ends, and settings
/// under the heading of their group.
/// </summary>
internal sealed class HelpText : SynchronousCommandLineAction
{
    private const int Left = 26, WidestPage = 110, NarrowestPage = 60;

    public override bool ClearsParseErrors => true;

    public static void ReplaceHelpOf(RootCommand root)
    {
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        (help.Description, help.Action) = ("Shows this.", new HelpText());
        root.Options.OfType<VersionOption>().Single().Description = "Shows the version.";
    }

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command);
        return ExitCode.Success;
    }

    public static void Write(Command command)
    {
        int width = Console.IsOutputRedirected ? WidestPage : Math.Clamp(Console.WindowWidth, NarrowestPage, WidestPage);
        foreach (string line in Lines(command, width)) { Console.Out.WriteLine(line); }
    }

    /// <param name="command">What the help is about.</param>
    /// <param name="width">The longest line, in letters.</param>
    public static IEnumerable<string> Lines(Command command, int width)
    {
        foreach (string line in Wrap(command.Description!, width)) { yield return line; }
        yield return "";
        yield return $"  {Usage(command)}";

        List<(string Heading, IEnumerable<(string Left, string Right)> Rows)> sections =
        [
            ("Commands", command.Subcommands.Select(c => (Words(c), c.Description!))),
            ("Arguments", command.Arguments.Select(a => ($"<{a.Name}>", a.Description!))),
            .. command.Options.OfType<SettingOption>().GroupBy(o => o.Heading).Select(g => (g.Key, g.Select(Row))),
            ("Options", OwnOptions(command).Select(Row)),
        ];
        foreach ((string heading, IEnumerable<(string Left, string Right)> rows) in sections.Where(s => s.Rows.Any()))
        {
            yield return "";
            yield return heading;
            foreach (string line in rows.SelectMany(row => Lines(row.Left, row.Right, width))) { yield return line; }
        }
        if (command is RootCommand)
        {
            yield return "";
            yield return "rectify <command> --help says more of a command. Begin with: rectify demo";
        }
    }

    // Those of every command stand last.
    private static IEnumerable<Option> OwnOptions(Command command)
        => command.Options.Where(o => o is not SettingOption)
            .Concat(command.Parents.OfType<RootCommand>().SelectMany(root => root.Options.Where(o => o.Recursive)));

    private static string Usage(Command command)
        => $"rectify {(command is RootCommand ? "<command>" : Words(command))} [options]";

    private static string Words(Command command) => string.Join(' ', (string[])[command.Name, .. command.Arguments.Select(Place)]);

    private static string Place(Argument argument)
        => argument.Arity.MinimumNumberOfValues == 0 ? $"[<{argument.Name}>]" : $"<{argument.Name}>";

    private static (string Left, string Right) Row(Option option)
    {
        IEnumerable<string> aliases = option.Aliases.Where(a => a[0] == '-' && a is not "-?");
        string names = string.Join(", ", aliases.Prepend(option.Name).OrderBy(n => n.Length));
        return (option.HelpName is { } value ? $"{names} <{value}>" : names, option.Description!);
    }

    // What is too long for the left column has a line of its own.
    private static IEnumerable<string> Lines(string left, string right, int width)
    {
        string label = "  " + left;
        bool fits = label.Length <= Left;
        if (!fits) { yield return label; }
        foreach ((int i, string line) in Wrap(right, width - Left - 2).Index())
        {
            yield return (i == 0 && fits ? label : "").PadRight(Left + 2) + line;
        }
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line != "" && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }
            line = line == "" ? word : $"{line} {word}";
        }
        yield return line;
    }
}
