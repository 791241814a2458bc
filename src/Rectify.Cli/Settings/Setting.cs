namespace Rectify.Cli.Settings;

/// <summary>An option of train: one row says its name, its help, its default, and what it changes.</summary>
/// <param name="Name">With its dashes, e.g. --lr.</param>
/// <param name="Value">What stands behind it in the help, e.g. number; empty for a switch.</param>
/// <param name="Default">As it would be typed; null where there is none or it depends on the data.</param>
/// <param name="Help">A line.</param>
/// <param name="Apply">Changes the request by the text that was typed.</param>
internal sealed record Setting(string Name, string Value, string? Default, string Help, Func<TrainRequest, SettingText, TrainRequest> Apply)
{
    /// <summary>The name without dashes: the key in run.json.</summary>
    public string Key => Name[2..];

    public bool IsSwitch => Value == "";

    /// <summary>Whether it may be given several times.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Whether it says where one run is kept, so that another run must not repeat it.</summary>
    public bool IsOfOneRun { get; init; }

    /// <summary>Whether it may be another when the run is resumed.</summary>
    public Resumption OnResume { get; init; }

    /// <summary>Whether compare takes it, and whether with several values.</summary>
    public Comparability InCompare { get; init; }

    /// <summary>The data that it means something to.</summary>
    public DataKind About { get; init; } = DataKind.Any;

    /// <summary>What may be typed, where that is a short list.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
