using Rectify.Cli.Output;

namespace Rectify.Cli.Settings;

/// <summary>What is said of settings that were given and mean nothing to the data.</summary>
internal static class UnusedSetting
{
    public static void Warn(Terminal terminal, string data, TrainRequest request)
    {
        foreach (Setting setting in request.UnusedFor(DataSource.KindOf(data)))
        {
            terminal.Warn($"{setting.Name} is about {Words(setting.About)} and means nothing to {data}: it is ignored.");
        }
    }

    private static string Words(DataKind kind) => kind switch
    {
        DataKind.TableFile => "tables in files",
        DataKind.Tables => "tables",
        DataKind.ImageFiles => "images in files",
        _ => "images",
    };
}
