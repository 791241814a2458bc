using System.CommandLine;
using System.Text;
using Rectify.Cli.Commands;
using Rectify.Cli.Output;
using Rectify.Cli.Settings;
using Rectify.Data;

namespace Rectify.Cli;

/// <summary>From what was typed to an exit code: parses, runs one command, and turns every failure into a sentence.</summary>
internal static class CommandLine
{
    public static async Task<int> Run(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Terminal terminal = new(args);
        try
        {
            ParseResult parsed = Root(terminal).Parse(ConfigFile.Expand(args), new ParserConfiguration { EnablePosixBundling = false });
            if (parsed.Errors.Count > 0) { throw new UsageException(SentenceOf(parsed)); }

            // Ctrl+C asks for an end; training then puts its best weights back and saves them, however long the disk takes.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
        }
        catch (UsageException e) { return terminal.Fail(e.Message, ExitCode.Usage); }
        catch (DataException e) { return terminal.Fail(e.Message, ExitCode.Data, e.Finding); }
        catch (OperationCanceledException) { return terminal.Fail("Cancelled.", ExitCode.Cancelled); }
        catch (OutOfMemoryException) { return terminal.Fail("There is not enough memory for this: take fewer rows, or a smaller network.", ExitCode.Data); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return terminal.Fail(e.Message, ExitCode.Data); }
        catch (Exception e)
        {
            return terminal.Fail($"Something went wrong inside rectify ({e.GetType().Name}: {e.Message}). Please report it, with the command you ran.", ExitCode.InternalError);
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        RootCommand root = new("Trains neural networks around the rectifier, and says which units are alive, which are dead and why.");
        root.Options.Add(new Option<bool>("--no-color") { Description = "Writes without colours.", Recursive = true });
        root.Options.Add(new Option<string>("--verbosity", "-v") { Description = "quiet leaves progress out.", HelpName = "quiet|normal", Recursive = true });
        root.Subcommands.Add(DemoCommand.Create(terminal));
        root.Subcommands.Add(InspectCommand.Create(terminal));
        root.Subcommands.Add(TrainCommand.Create(terminal));
        root.Subcommands.Add(EvaluateCommand.Create(terminal));
        root.Subcommands.Add(PredictCommand.Create(terminal));
        root.Subcommands.Add(DiagnoseCommand.Create(terminal));
        return root;
    }

    private static string SentenceOf(ParseResult parsed)
    {
        string message = parsed.Errors[0].Message.TrimEnd('.');
        string command = parsed.CommandResult.Command is RootCommand ? "rectify" : $"rectify {parsed.CommandResult.Command.Name}";
        string unknown = parsed.UnmatchedTokens.FirstOrDefault(t => t.StartsWith('-')) ?? parsed.UnmatchedTokens.FirstOrDefault() ?? "";
        IEnumerable<string> known = unknown.StartsWith('-')
            ? parsed.CommandResult.Command.Options.Select(o => o.Name)
            : parsed.CommandResult.Command.Subcommands.Select(c => c.Name);
        string near = unknown == "" ? "" : Spelling.Suggest(unknown, known);
        return $"{message}.{near} See {command} --help.";
    }
}
