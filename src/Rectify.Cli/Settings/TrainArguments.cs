using System.CommandLine;
using System.CommandLine.Parsing;

namespace Rectify.Cli.Settings;

/// <summary>The settings of train as options of a command, and what was typed as a request.</summary>
internal sealed class TrainArguments
{
    private readonly Dictionary<string, SettingOption> _options = [];
    private readonly Argument<string?> _data = new("data") { Description = DataSource.Help, Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _config = new("--config")
    {
        Description = "Takes what is not typed from a JSON file; a run's own run.json repeats that run.",
        HelpName = "file.json",
    };

    /// <summary>Gives a command the settings that mean something to it.</summary>
    public TrainArguments(Command command, Func<Setting, bool> takes)
    {
        foreach (SettingGroup group in TrainSettings.Groups)
        {
            foreach (Setting setting in group.Settings.Where(takes))
            {
                command.Options.Add(_options[setting.Name] = new SettingOption(setting, group.Heading));
            }
        }
    }

    /// <summary>Gives a command the data, settings that mean something to it, and a file to take them from.</summary>
    public static TrainArguments WithData(Command command, Func<Setting, bool> takes)
    {
        TrainArguments arguments = new(command, takes);
        command.Arguments.Add(arguments._data);
        command.Options.Add(arguments._config);
        return arguments;
    }

    /// <summary>What was typed; where --config names a file, what it says beside.</summary>
    /// <exception cref="UsageException">A value is not what its option takes, or the data are not named.</exception>
    public (string Data, TrainRequest Request) ReadWithData(ParseResult parsed)
    {
        ConfigFile config = parsed.GetValue(_config) is { } path ? ConfigFile.Read(path) : ConfigFile.None;
        string data = parsed.GetValue(_data) ?? config.Data
            ?? throw new UsageException(UsageSentence.Lacking(parsed.CommandResult.Command, _data));
        return (data, Read(parsed, config));
    }

    /// <summary>What was typed.</summary>
    /// <exception cref="UsageException">A value is not what its option takes.</exception>
    public TrainRequest Read(ParseResult parsed, ConfigFile config) => TrainRequest.Of(setting => TextsOf(parsed, setting), config);

    private IReadOnlyList<string> TextsOf(ParseResult parsed, Setting setting)
    {
        SettingOption? option = _options.GetValueOrDefault(setting.Name);
        if (option is null || parsed.GetResult(option) is not { Implicit: false } result) { return []; }
        if (setting.IsSwitch) { return ["true"]; }
        string[] texts = [.. result.Tokens.Select(token => token.Value)];
        return texts.Length == 1 || setting.IsRepeatable
            ? texts
            : throw new UsageException($"{setting.Name} was given {texts.Length} times: give it once.");
    }
}
