using System.CommandLine;
using System.CommandLine.Parsing;

namespace Rectify.Cli.Settings;

/// <summary>The settings of train as options of a command, and what was typed as a request.</summary>
internal sealed class TrainArguments
{
    private readonly List<(Setting Setting, Option Option)> _options = [];

    /// <param name="except">Settings that mean nothing to the command.</param>
    public TrainArguments(Command command, params IReadOnlyList<string> except)
    {
        foreach (Setting setting in TrainSettings.All.Where(s => !except.Contains(s.Name)))
        {
            Option option = Make(setting);
            _options.Add((setting, option));
            command.Options.Add(option);
        }
    }

    /// <exception cref="UsageException">A value is not what its option takes.</exception>
    public TrainRequest Read(ParseResult parsed)
    {
        TrainRequest request = new();
        Dictionary<string, IReadOnlyList<string>> texts = [];
        foreach ((Setting setting, Option option) in _options)
        {
            string[] typed = TextsOf(parsed.GetResult(option), setting);
            foreach (string text in typed) { request = setting.Apply(request, new SettingText(setting.Name, text)); }
            if (typed.Length > 0) { texts[setting.Name[2..]] = typed; }
        }
        return (request with { Texts = texts }).Complete();
    }

    private static string[] TextsOf(OptionResult? result, Setting setting)
    {
        bool typed = result is { Implicit: false };
        if (setting.IsSwitch) { return typed && result!.GetValueOrDefault<bool>() ? ["true"] : []; }
        if (!typed) { return setting.Default is { } text ? [text] : []; }
        return setting.IsRepeatable ? result!.GetValueOrDefault<string[]>() ?? [] : [result!.GetValueOrDefault<string>() ?? ""];
    }

    private static Option Make(Setting setting)
    {
        string help = setting.Default is { } text ? $"{setting.Help} [{text}]" : setting.Help;
        Option option = setting.IsSwitch ? new Option<bool>(setting.Name)
            : setting.IsRepeatable ? new Option<string[]>(setting.Name) { Arity = ArgumentArity.OneOrMore }
            : new Option<string>(setting.Name);
        option.Description = help;
        option.HelpName = setting.IsSwitch ? null : setting.Choices.Count > 0 ? string.Join('|', setting.Choices) : setting.Value;
        return option;
    }
}
