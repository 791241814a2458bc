namespace Rectify.Cli.Settings;

/// <summary>What data on the command line are, which decides what settings mean to them.</summary>
[Flags]
internal enum DataKind
{
    TableFile = 1,
    ImageFiles = 2,

    /// <summary>A table that the program makes.</summary>
    MadeTable = 4,

    /// <summary>Images that the program makes.</summary>
    MadeImages = 8,

    Images = ImageFiles | MadeImages,
    Tables = TableFile | MadeTable,
    Any = Tables | Images,
}
