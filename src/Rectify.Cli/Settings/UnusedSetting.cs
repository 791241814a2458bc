namespace Rectify.Cli.Settings;

/// <summary>What is said of a setting that was given and means nothing to the data.</summary>
internal static class UnusedSetting
{
    public static string Sentence(Setting setting, string data)
        => $"{setting.Name} is ignored: it is about {Words(setting.About)}, which {data} is not.";

    private static string Words(DataKind kind) => kind switch
    {
        DataKind.TableFile => "tables in files",
        DataKind.Tables => "tables",
        DataKind.ImageFiles => "images in files",
        _ => "images",
    };
}
