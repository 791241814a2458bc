using System.CommandLine;
using System.CommandLine.Parsing;

namespace Rectify.Cli;

/// <summary>What is wrong with what was typed, as a sentence that names it and what would be right.</summary>
internal static class UsageSentence
{
    public static string Of(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        return $"{Problem(parsed, command)} {Where(command)}";
    }

    /// <summary>An argument that has to be typed was not.</summary>
    public static string Lacking(Command command, Argument argument) => $"{Need(command, argument)} {Where(command)}";

    private static string Where(Command command) => $"See rectify{(command is RootCommand ? "" : " " + command.Name)} --help.";

    private static string Need(Command command, Argument argument) => $"{command.Name} needs <{argument.Name}>: {argument.Description}";

    private static string Problem(ParseResult parsed, Command command)
    {
        string? unknown = parsed.UnmatchedTokens.FirstOrDefault(t => t.StartsWith('-')) ?? parsed.UnmatchedTokens.FirstOrDefault();
        if (unknown is not null && unknown.StartsWith('-'))
        {
            string option = unknown.Split('=')[0];
            return $"There is no option {option}.{Spelling.Suggest(option, command.Options.Select(o => o.Name))}";
        }
        if (command is RootCommand)
        {
            IEnumerable<string> known = command.Subcommands.Select(c => c.Name);
            string which = unknown is null ? "A command is needed." : $"There is no command '{unknown}'.{Spelling.Suggest(unknown, known)}";
            return $"{which} Known: {string.Join(", ", known)}.";
        }
        if (unknown is not null)
        {
            string taken = command.Arguments.Count == 0 ? "none" : string.Join(" and ", command.Arguments.Select(a => $"<{a.Name}>"));
            return $"'{unknown}' is one argument too many: {command.Name} takes {taken}.";
        }

        OptionResult? wrong = parsed.Errors.Select(e => e.SymbolResult).OfType<OptionResult>().FirstOrDefault();
        if (wrong is not null) { return Problem(wrong); }
        Argument? lacking = command.Arguments
            .FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(a) is not { Tokens.Count: > 0 });
        return lacking is null ? parsed.Errors[0].Message : Need(command, lacking);
    }

    private static string Problem(OptionResult result) => result.Tokens.Count switch
    {
        0 => $"{result.Option.Name} needs a value: {result.Option.Name} <{result.Option.HelpName}>.",
        1 => $"{result.Option.Name} does not take '{result.Tokens[0].Value}'.",
        _ => $"{result.Option.Name} was given {result.Tokens.Count} times: give it once.",
    };
}
