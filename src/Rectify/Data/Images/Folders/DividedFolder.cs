namespace Rectify.Data;

/// <summary>A folder that someone has divided: train and test, each with images or with a subfolder of them for each class.</summary>
/// <param name="Root">The folder, from which names are told.</param>
/// <param name="Training">The subfolder of images to learn from.</param>
/// <param name="Test">The subfolder of images to be judged on; null where there is none.</param>
/// <param name="Notices">What was chosen and left out.</param>
internal sealed record DividedFolder(string Root, string Training, string? Test, IReadOnlyList<Notice> Notices)
{
    private static readonly string[] TrainingNames = ["train", "training"];
    private static readonly string[] TestNames = ["test", "testing"];
    private static readonly string[] ValidationNames = ["val", "valid", "validation"];

    /// <summary>The parts of a folder; null where it is none, or not divided.</summary>
    /// <exception cref="DataException">A folder cannot be read.</exception>
    public static DividedFolder? Of(string folder)
    {
        if (!Directory.Exists(folder)) { return null; }
        string[] parts = [.. Folders.Subfolders(folder).Where(part => !Folders.IsHidden(part) && ImageListing.HoldsImages(part))];
        if (Find(parts, TrainingNames) is not { } training) { return null; }

        // Images without classes could not be judged by a network that learned classes.
        bool hasClasses = ImageListing.HasClasses(training);
        string[] alike = [.. parts.Where(part => ImageListing.HasClasses(part) == hasClasses)];
        string? validation = Find(alike, ValidationNames), test = Find(alike, TestNames) ?? validation;

        // Images that lie alone in a folder called train are a class of that name.
        return test is null && !hasClasses ? null : new(folder, training, test, Say(folder, training, test, validation));
    }

    /// <summary>Reads both parts.</summary>
    /// <exception cref="DataException">A file is no image or does not fit, or there are no classes and they are needed.</exception>
    public ImageParts Read(ImageOptions options, CancellationToken cancellation)
    {
        ImageListing listing = ImageListing.ToLearn(Training, options) with { Root = Root };
        ImageSet learned = ImageFolder.Read(NameOf(Training), listing, ImageDemand.OfOptions(options), cancellation);
        ImageSet training = learned.WithLabels(learned.Labels, Notices);
        ImageDemand demand = ImageDemand.OfModel(training.Shape, stretch: options.Size is not null, options.MostMemory);
        return Test is null ? new(training) : ImageParts.Of(training, Read(Test, demand, cancellation));
    }

    /// <summary>Reads the part to be judged on for a trained model, or the only one.</summary>
    /// <exception cref="DataException">A file is no image or not what the model takes.</exception>
    public ImageSet ReadForModel(ImageDemand demand, IReadOnlyList<string> labels, CancellationToken cancellation)
    {
        ImageSet set = Read(Test ?? Training, demand, cancellation);
        return Test is null ? set.WithLabels(labels) : set.WithLabels(labels, ImageNotices.TestPart(set.Name, NameOf(Training)));
    }

    private ImageSet Read(string part, ImageDemand demand, CancellationToken cancellation)
        => ImageFolder.Read(NameOf(part), ImageListing.Of(part) with { Root = Root }, demand, cancellation);

    private string NameOf(string part) => $"{Folders.NameOf(Root)}/{Path.GetFileName(part)}";

    private static string? Find(string[] parts, string[] names)
        => parts.FirstOrDefault(part => names.Contains(Path.GetFileName(part), StringComparer.OrdinalIgnoreCase));

    private static IReadOnlyList<Notice> Say(string folder, string training, string? test, string? validation)
    {
        LeftOut leftOut = new(folder);
        leftOut.Look(folder);
        leftOut.AddImages(ImageListing.Images(folder));
        leftOut.AddFolders(ImageListing.VisibleFolders(folder).Except([training, test, validation]).OfType<string>());
        string name = Path.GetFileName(validation) ?? "";
        Notice[] ofValidation = validation is null ? []
            : validation == test ? [Notice.Choice($"the test part is {name}; validation is taken from training (change: --validation)")]
            : [Notice.Dropped($"dropped {name}: validation is taken from training (change: --validation)")];
        return [.. ofValidation, .. leftOut.Notices()];
    }
}
