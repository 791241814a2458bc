using System.Text.Json.Nodes;
using Rectify.Data;
using Spectre.Console;

namespace Rectify.Cli.Output;

/// <summary>Where things are said: results on standard output, progress and warnings on standard error; with --json one object and nothing else on standard output.</summary>
internal sealed class Terminal
{
    private const int LabelWidth = 8;
    private readonly IAnsiConsole _out, _error;

    public Terminal(string[] args)
    {
        IsJson = args.Contains("--json");
        bool plain = args.Contains("--no-color");
        IsQuiet = args.Contains("quiet") || args.Any(a => a is "-vquiet" or "-v=quiet" or "--verbosity=quiet");
        _out = Make(Console.Out, plain || Console.IsOutputRedirected);
        _error = Make(Console.Error, plain || Console.IsErrorRedirected);
        IsInteractive = !Console.IsErrorRedirected && !IsQuiet;
    }

    public bool IsJson { get; }
    public bool IsQuiet { get; }

    /// <summary>Whether a progress line can be redrawn.</summary>
    public bool IsInteractive { get; }

    /// <summary>A result, behind a label: "data    150 rows".</summary>
    public void Say(string label, string text)
    {
        if (IsJson) { return; }
        _out.Write(new Text(label.PadRight(LabelWidth), new Style(Color.Aqua)));
        _out.Write(new Text(text));
        _out.WriteLine();
    }

    /// <summary>A line of a result without a label.</summary>
    public void Say(string text) => Say("", text);

    public void Warn(string text)
    {
        _error.Write(new Text("warn".PadRight(LabelWidth), new Style(Color.Yellow)));
        _error.Write(new Text(text));
        _error.WriteLine();
    }

    /// <summary>A table on standard output.</summary>
    public void Show(Spectre.Console.Table table)
    {
        if (!IsJson) { _out.Write(table); }
    }

    /// <summary>The one object of --json.</summary>
    public void Json(JsonObject json)
    {
        if (IsJson) { Console.Out.WriteLine(json.ToJsonString()); }
    }

    /// <summary>Raw lines for another program, as predict's CSV.</summary>
    public TextWriter Raw => Console.Out;

    /// <summary>Redraws the progress line.</summary>
    public void Redraw(string line) => Console.Error.Write($"\r\e[2K{line}");

    /// <summary>A progress line of its own.</summary>
    public void Note(string line)
    {
        if (!IsQuiet) { Console.Error.WriteLine(line); }
    }

    public void ClearProgress()
    {
        if (IsInteractive) { Console.Error.Write("\r\e[2K"); }
    }

    /// <summary>Says what went wrong, and returns the exit code.</summary>
    public int Fail(string sentence, int exitCode, string? finding = null)
    {
        if (IsJson)
        {
            JsonObject json = new() { ["error"] = sentence, ["exit"] = exitCode };
            if (finding is not null) { json["finding"] = finding; }
            Console.Out.WriteLine(json.ToJsonString());
        }
        _error.Write(new Text("error".PadRight(LabelWidth), new Style(Color.Red)));
        _error.Write(new Text(sentence));
        _error.WriteLine();
        return exitCode;
    }

    /// <summary>What was decided without asking.</summary>
    public void Say(IEnumerable<Notice> notices)
    {
        foreach (Notice notice in notices)
        {
            if (notice.Kind == NoticeKind.Warning) { Warn(notice.Text); }
            else { Say(notice.Text); }
        }
    }

    // Lines are never wrapped: a long sentence stays one line in a log, and the terminal wraps it for a person.
    private static IAnsiConsole Make(TextWriter writer, bool plain)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = int.MaxValue / 4;
        return console;
    }
}
