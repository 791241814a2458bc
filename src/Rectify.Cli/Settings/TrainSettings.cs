namespace Rectify.Cli.Settings;

/// <summary>Every option of train, once: parser, help, run.json and --config all read this list.</summary>
internal static class TrainSettings
{
    public static IReadOnlyList<SettingGroup> Groups { get; } =
    [
        new("Data", DataSettings.All), new("Network", NetworkSettings.All),
        new("Training", LearningSettings.All), new("Run", RunSettings.All),
    ];

    public static IReadOnlyList<Setting> All { get; } = [.. Groups.SelectMany(group => group.Settings)];
}
