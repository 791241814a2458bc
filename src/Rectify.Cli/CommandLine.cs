using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using Rectify.Cli.Commands;
using Rectify.Cli.Output;
using Rectify.Data;

namespace Rectify.Cli;

/// <summary>From what was typed to an exit code: parses, runs one command, and turns every failure into a sentence.</summary>
internal static class CommandLine
{
    // Ctrl+C asks for an end; training then puts its best weights back and saves them, however long the disk takes.
    private static readonly InvocationConfiguration Invocation = new()
    {
        EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromMinutes(1),
    };

    public static async Task<int> Run(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        RootCommand root = Root();
        ParseResult parsed = root.Parse(args, new ParserConfiguration { EnablePosixBundling = false });
        Terminal terminal = Terminal.Of(parsed);
        try
        {
            if (args.Length == 0)
            {
                HelpText.Write(root);
                return ExitCode.Usage;
            }
            if (parsed.Errors.Count > 0) { throw new UsageException(UsageSentence.Of(parsed)); }
            GlobalOptions.Check(parsed);
            // A closed terminal asks for an end like Ctrl+C does.
            using CancellationTokenSource hangUp = new();
            using PosixSignalRegistration _ = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
            {
                signal.Cancel = true;
                hangUp.Cancel();
            });
            return await parsed.InvokeAsync(Invocation, hangUp.Token);
        }
        catch (UsageException e) { return terminal.Fail(e.Message, ExitCode.Usage); }
        catch (DataException e) { return terminal.Fail(e.Message, ExitCode.Data, e.Finding); }
        catch (OperationCanceledException) { return terminal.Fail("Cancelled.", ExitCode.Cancelled); }
        catch (InsufficientMemoryException e) { return terminal.Fail(e.Message, ExitCode.Data); }
        // What no memory could hold overflows where its size is computed.
        catch (Exception e) when (e is OutOfMemoryException or OverflowException)
        {
            return terminal.Fail(
                $"{ByteSize.Text(MemoryLimit.Bytes)} of memory are not enough: take fewer rows, a smaller network or smaller batches, "
                + "or give more with --max-memory.",
                ExitCode.Data);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return terminal.Fail(e.Message, ExitCode.Data); }
        catch (Exception e)
        {
            string cause = $"{e.GetType().Name}: {e.Message.TrimEnd('.')}";
            return terminal.Fail(
                $"Something went wrong inside rectify ({cause}). Please report it, with the command you ran.", ExitCode.InternalError);
        }
    }

    private static RootCommand Root()
    {
        RootCommand root = new("Trains neural networks around the rectifier, and says which units are alive, which are dead and why.")
        {
            DemoCommand.Create(),
            InspectCommand.Create(),
            TrainCommand.Create(),
            EvaluateCommand.Create(),
            PredictCommand.Create(),
            DiagnoseCommand.Create(),
            CompareCommand.Create(),
            ReportCommand.Create(),
            AtlasCommand.Create(),
            GlobalOptions.Json,
            GlobalOptions.NoColor,
            GlobalOptions.Verbosity,
            GlobalOptions.Language,
        };
        HelpText.ReplaceHelpOf(root);
        return root;
    }
}
