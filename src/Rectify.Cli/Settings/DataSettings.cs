using System.Globalization;
using Rectify.Data;

namespace Rectify.Cli.Settings;

/// <summary>What is learned from which columns and rows.</summary>
internal static class DataSettings
{
    public static IReadOnlyList<Setting> All { get; } =
    [
        new("--target", "column", null,
            "The column to learn; last for the last one. Images know their classes; reconstruction leaves the column out.",
            (r, t) => r with { Target = t.Text }) { About = DataKind.Tables, InCompare = Comparability.Same },
        new("--task", "task", null, "What is learned. By itself classes from text and from integers with at most 20 values, else numbers. "
            + "reconstruction learns the inputs themselves, through a narrow layer: --hidden 64,8,64.",
            (r, t) => r.With(o => o with
            {
                Task = t.OneOf(
                    ("classification", TaskKind.Classification), ("regression", TaskKind.Regression),
                    ("reconstruction", TaskKind.Reconstruction)),
            }))
            { Choices = ["classification", "regression", "reconstruction"], InCompare = Comparability.Same },
        new("--column-type", "name=type", null, "Reads a column as number, category or date, and keeps it. May be repeated.",
            (r, t) => r.WithCsv(c => c with { ColumnTypes = AddType(c, t) }))
            { IsRepeatable = true, About = DataKind.TableFile, InCompare = Comparability.Same },
        new("--ignore", "column", null, "Leaves a column out. May be repeated.",
            (r, t) => r.WithCsv(c => c with { Ignore = [.. c.Ignore, t.Text] }))
            { IsRepeatable = true, About = DataKind.TableFile, InCompare = Comparability.Same },
        new("--missing", "text", null, "A text that means missing, beside the usual ones (empty, NA, ?, …). May be repeated.",
            (r, t) => r.WithCsv(c => c with { Missing = [.. c.Missing, t.Text] }))
            { IsRepeatable = true, About = DataKind.TableFile, InCompare = Comparability.Same },
        new("--header", "how", "auto", "Whether the first line names the columns.",
            (r, t) => r.WithCsv(c => c with
            {
                Header = t.OneOf(("auto", HeaderMode.Auto), ("yes", HeaderMode.Yes), ("no", HeaderMode.No)),
            }))
            { Choices = ["auto", "yes", "no"], About = DataKind.TableFile, InCompare = Comparability.Same },
        new("--size", "HxW", null, "Stretches every image to so many pixels, height first: 32x32. Needed where they differ in size.",
            (r, t) => r with { Size = t.Read(ImageSize.Parse) }) { About = DataKind.ImageFiles, InCompare = Comparability.Same },
        new("--augment", "ways", null,
            "Varies images in training, anew in each epoch: shift=2 moves them by up to 2 pixels, flip mirrors half of them, "
            + "crop=4 cuts out a window 4 pixels smaller. Any of the three with commas between, or none. By itself shift=1 for a cnn.",
            (r, t) => r.With(o => o with { Augmentation = t.Read(Augmentation.Parse) })) { About = DataKind.Images },
        new("--scale", "how", "standard",
            "How numbers are scaled, by what is seen in the training rows. Of images: each channel to mean 0 and deviation 1; "
            + "0 to 1; or 0 to 255 as it is.",
            (r, t) => r.With(o => o with
            {
                Scaling = t.OneOf(("standard", Scaling.Standard), ("minmax", Scaling.MinMax), ("none", Scaling.None)),
            }))
            { Choices = ["standard", "minmax", "none"] },
        new("--validation", "share", "0.15", "The share of rows that decide which epoch was best and when to stop.",
            (r, t) => r.With(o => o with { Validation = Share(t) })) { InCompare = Comparability.Same },
        new("--test", "share|place", "0.15", "The share of rows held back for the last word, or a file or folder of its own.", Test)
            { InCompare = Comparability.Same },
    ];

    private static TrainRequest Test(TrainRequest request, SettingText text)
    {
        bool isNumber = float.TryParse(text.Text, CultureInfo.InvariantCulture, out _);
        return isNumber ? request.With(o => o with { Test = Share(text) }) : request with { TestFile = text.Text };
    }

    // 0.15f as a double is 0.1500000059…; parsed again it is what was typed, and sentences can repeat it.
    private static double Share(SettingText text)
        => double.Parse(text.Number(0, 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static Dictionary<string, ColumnType> AddType(CsvOptions options, SettingText text)
    {
        (string name, string type) = text.Pair("zip=category");
        ColumnType parsed = new SettingText($"{text.Option} {name}=", type)
            .OneOf(("number", ColumnType.Number), ("category", ColumnType.Category), ("date", ColumnType.Date));
        return new(options.ColumnTypes) { [name] = parsed };
    }
}
