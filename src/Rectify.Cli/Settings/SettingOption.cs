using System.CommandLine;

namespace Rectify.Cli.Settings;

/// <summary>A setting as an option of a command.</summary>
internal sealed class SettingOption : Option<string[]>
{
    public SettingOption(Setting setting, string heading) : base(setting.Name)
    {
        (Setting, Heading) = (setting, heading);
        Arity = setting.IsSwitch ? ArgumentArity.Zero : ArgumentArity.OneOrMore;
        Description = setting.Default is { } text ? $"{setting.Help} [{text}]" : setting.Help;
        HelpName = setting.IsSwitch ? null : setting.Choices.Count > 0 ? string.Join('|', setting.Choices) : setting.Value;
    }

    public Setting Setting { get; }

    /// <summary>What it stands under in the help.</summary>
    public string Heading { get; }
}
