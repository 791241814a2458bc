namespace Rectify.Cli.Settings;

/// <summary>Settings that belong together, under one heading in the help.</summary>
internal sealed record SettingGroup(string Heading, IReadOnlyList<Setting> Settings);
