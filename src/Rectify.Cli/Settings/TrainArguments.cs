using System.CommandLine;
using System.CommandLine.Parsing;
using Rectify.Data;
using Rectify.Training;

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
        ConfigFile config = ConfigOf(parsed);
        return (DataOf(parsed, config), Read(parsed, config));
    }

    /// <summary>What a run was begun with, and what was typed to change of that now.</summary>
    /// <exception cref="UsageException">Something was typed that may not change.</exception>
    public (string Data, TrainRequest Request) ReadToResume(ParseResult parsed, RunFolder run)
    {
        if (parsed.GetValue(_data) is { } data)
        {
            throw new UsageException($"'{data}' is one argument too many: train --resume takes its data from the run.");
        }
        Setting? changed = TrainSettings.All.FirstOrDefault(s => s.OnResume == Resumption.Fixed && TextsOf(parsed, s).Count > 0);
        string? name = parsed.GetResult(_config) is { Implicit: false } ? _config.Name : changed?.Name;
        if (name is not null)
        {
            string free = string.Join(", ", TrainSettings.All.Where(s => s.OnResume == Resumption.Free).Select(s => s.Name));
            throw new UsageException(
                $"{name} cannot change when a run goes on: only {free} can, and --lr after it diverged. Leave it out, or train anew.");
        }
        ConfigFile config = ConfigFile.Read(run.PlanPath);
        return (config.Data ?? throw new DataException($"{run.PlanPath} was altered: it no longer names the data."), Read(parsed, config));
    }

    /// <summary>The data that were typed; null for none.</summary>
    public string? TypedData(ParseResult parsed) => parsed.GetValue(_data);

    /// <summary>Whether a setting was typed.</summary>
    public bool Has(ParseResult parsed, Func<Setting, bool> which)
        => TrainSettings.All.Any(setting => which(setting) && TextsOf(parsed, setting).Count > 0);

    /// <summary>What was typed.</summary>
    /// <exception cref="UsageException">A value is not what its option takes.</exception>
    public TrainRequest Read(ParseResult parsed, ConfigFile config) => TrainRequest.Of(setting => TextsOf(parsed, setting), config);

    /// <summary>What was typed, several values of one setting where they may be compared; and where --config names a file, that.</summary>
    /// <exception cref="UsageException">The data are not named, or a setting that is the same for all runs was given twice.</exception>
    public (string Data, IReadOnlyDictionary<string, IReadOnlyList<string>> Texts, ConfigFile Config) ReadToCompare(ParseResult parsed)
    {
        ConfigFile config = ConfigOf(parsed);
        return (DataOf(parsed, config), TypedTexts(parsed), config);
    }

    /// <summary>What was typed, by the keys of settings.</summary>
    /// <exception cref="UsageException">A setting that is the same for all runs of a comparison was given twice.</exception>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> TypedTexts(ParseResult parsed)
    {
        Dictionary<string, IReadOnlyList<string>> texts = [];
        foreach (Setting setting in TrainSettings.All)
        {
            IReadOnlyList<string> typed = TextsOf(parsed, setting, mayRepeat: setting.InCompare == Comparability.Varied);
            if (typed.Count > 0) { texts[setting.Key] = typed; }
        }
        return texts;
    }

    private ConfigFile ConfigOf(ParseResult parsed) => parsed.GetValue(_config) is { } path ? ConfigFile.Read(path) : ConfigFile.None;

    private string DataOf(ParseResult parsed, ConfigFile config) => parsed.GetValue(_data) ?? config.Data
        ?? throw new UsageException(UsageSentence.Lacking(parsed.CommandResult.Command, _data));

    private IReadOnlyList<string> TextsOf(ParseResult parsed, Setting setting, bool mayRepeat = false)
    {
        SettingOption? option = _options.GetValueOrDefault(setting.Name);
        if (option is null || parsed.GetResult(option) is not { Implicit: false } result) { return []; }
        if (setting.IsSwitch) { return ["true"]; }
        string[] texts = [.. result.Tokens.Select(token => token.Value)];
        return texts.Length == 1 || setting.IsRepeatable || mayRepeat
            ? texts
            : throw new UsageException($"{setting.Name} was given {texts.Length} times: give it once.");
    }
}
