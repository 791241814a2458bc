using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Cli.Commands;
using Rectify.Data;
using Rectify.Reports.Languages;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Rectify.Cli.Output;

/// <summary>
/// Where things are said: results on standard output, progress and warnings on standard error; with --json one object and
/// nothing else on standard output. All in the language that was asked for, where that has words for it; only what went wrong, and JSON, is
/// in English always.
/// </summary>
internal sealed class Terminal
{
    private const int LabelWidth = 8;

    // Lines are never wrapped: a long sentence stays one line in a log, and the terminal wraps it for a person.
    private const int Unwrapped = int.MaxValue / 4;

    private const int NarrowestTable = 40, RoomyTable = 100;

    // Not for a web page: R², → and ' stay readable.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly bool _isJson, _isQuiet;

    // Looking at what a terminal can do takes longer than the help does, which needs neither.
    private readonly Lazy<IAnsiConsole> _out, _error;

    private readonly Lazy<Words> _words;

    private Terminal(bool isJson, bool isPlain, bool isQuiet, Func<Words> words)
    {
        (_isJson, _isQuiet, _words) = (isJson, isQuiet, new(words));
        _out = new(() => Make(Console.Out, isPlain || Console.IsOutputRedirected));
        _error = new(() => Make(Console.Error, isPlain || Console.IsErrorRedirected));
        IsInteractive = !Console.IsErrorRedirected && !isQuiet;
    }

    /// <summary>The terminal as the options of every command ask for it.</summary>
    public static Terminal Of(ParseResult parsed)
        => new(
            parsed.GetValue(GlobalOptions.Json), parsed.GetValue(GlobalOptions.NoColor), GlobalOptions.IsQuiet(parsed),
            () => GlobalOptions.WordsOf(parsed));

    /// <summary>The language in which it speaks, and in which pages are to be written.</summary>
    public Words Words => _words.Value;

    /// <summary>Whether a progress line can be redrawn.</summary>
    public bool IsInteractive { get; }

    /// <summary>A result, behind a label: "data    150 rows".</summary>
    public void Say(string label, string text)
    {
        if (!_isJson) { WriteLine(_out.Value, Words.Find($"label.{label.Replace(' ', '-')}") ?? label, Color.Aqua, Words.Say(text)); }
    }

    /// <summary>A line of a result without a label.</summary>
    public void Say(string text) => Say("", text);

    public void Warn(string text)
        => WithError(() => WriteLine(_error.Value, Words["label.warn"], Color.Yellow, Words.Say(text)));

    /// <summary>What was decided without asking.</summary>
    public void Say(IEnumerable<Notice> notices)
    {
        foreach (Notice notice in notices)
        {
            if (notice.Kind == NoticeKind.Warning) { Warn(notice.Text); }
            else { Say(notice.Text); }
        }
    }

    /// <summary>A table without rows yet.</summary>
    /// <param name="heads">What stands above its columns.</param>
    public Spectre.Console.Table Table(params IEnumerable<string> heads)
    {
        Spectre.Console.Table table = new() { Border = TableBorder.Simple };
        foreach (string head in heads) { table.AddColumn(new TableColumn(new Text(Words.Say(head)))); }
        return table;
    }

    /// <summary>A table on standard output, as wide as it needs, or as the terminal is.</summary>
    public void Show(Spectre.Console.Table table)
    {
        if (_isJson) { return; }
        IAnsiConsole console = _out.Value;
        if (!Console.IsOutputRedirected)
        {
            console.Profile.Width = Math.Max(Console.WindowWidth, NarrowestTable);
            if (console.Profile.Width < RoomyTable) { foreach (TableColumn column in table.Columns) { column.Padding = new Padding(0); } }
        }
        console.Write(table);
        console.Profile.Width = Unwrapped;
    }

    /// <summary>The one object of --json.</summary>
    public void Json(JsonObject json)
    {
        if (_isJson) { Console.Out.WriteLine(json.ToJsonString(Readable)); }
    }

    /// <summary>Says what went wrong, and returns the exit code.</summary>
    public int Fail(string sentence, int exitCode, string? finding = null)
    {
        JsonObject json = new() { ["error"] = sentence, ["exit"] = exitCode };
        if (finding is not null) { json["finding"] = finding; }
        Json(json);
        WithError(() => WriteLine(_error.Value, "error", Color.Red, sentence));
        return exitCode;
    }

    /// <summary>Redraws the progress line, cut where the terminal ends: a wrapped line could not be redrawn.</summary>
    public void Redraw(string line) => WithError(() =>
    {
        int width = Math.Max(Console.WindowWidth - 1, 1);
        Console.Error.Write($"\r\e[2K{Segment.Truncate(new Segment($" {Words.Say(line)}"), width)?.Text}");
    });

    /// <summary>A progress line of its own.</summary>
    public void Note(string line)
    {
        if (!_isQuiet) { WithError(() => Console.Error.WriteLine($" {Words.Say(line)}")); }
    }

    public void ClearProgress()
    {
        if (IsInteractive) { WithError(() => Console.Error.Write("\r\e[2K")); }
    }

    // A terminal that was closed must not end what goes on behind it: nobody reads there any more, but a model is yet to be saved.
    private static void WithError(Action write)
    {
        try { write(); }
        catch (IOException) { }
    }

    private static void WriteLine(IAnsiConsole console, string label, Color color, string text)
    {
        // A Chinese letter is as wide as two others.
        int gap = Math.Max(LabelWidth - new Segment(label).CellCount(), 0);
        console.Write(new Text(label + new string(' ', gap), new Style(color)));
        console.Write(new Text(text));
        console.WriteLine();
    }

    private static IAnsiConsole Make(TextWriter writer, bool isPlain)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = Unwrapped;
        return console;
    }
}
