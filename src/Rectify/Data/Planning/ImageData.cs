namespace Rectify.Data;

/// <summary>Images made ready for learning: which of them train, validate and test.</summary>
public sealed class ImageData : LearningData
{
    private const int LeastImages = 10;

    private ImageData(ImageParts parts, ImagePipeline pipeline, DataOptions options, Split split)
        : base(pipeline, pipeline.ToSource(parts.Training, options.Augmentation, options.Seed), split,
            parts.Test is null ? null : RowsWithTarget(pipeline.Bind(parts.Test)))
        => Parts = parts;

    public ImageParts Parts { get; }

    /// <param name="parts">The images; where they have a test part of their own, validation alone is taken from the others.</param>
    /// <param name="options">What was chosen.</param>
    /// <param name="stretches">Whether images to predict are stretched to the size of these, as these were.</param>
    /// <exception cref="DataException">There is nothing to learn.</exception>
    /// <exception cref="ArgumentException">The task is not one of images.</exception>
    public static ImageData Make(ImageParts parts, DataOptions options, bool stretches = false)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(parts.Training);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Task == TaskKind.Regression)
        {
            throw new ArgumentException(
                "--task regression learns a number, and images come with classes: use classification or reconstruction.");
        }
        bool needsClasses = options.Task != TaskKind.Reconstruction;
        int[][] groups = needsClasses ? ByClass(parts.Training) : [[.. Enumerable.Range(0, parts.Training.Count)]];
        CheckSize(parts.Training.Name, groups.Sum(group => group.Length));
        Split split = Split.Make(groups, options.Seed, options.Validation, parts.Test is null ? options.Test : 0);
        ImagePipeline pipeline = ImagePipeline.Fit(parts.Training, split.Training, options, stretches);
        return new(parts, pipeline, options, split)
        {
            ClassCounts = Count(parts.Training, split.Training, pipeline.Target),

            // Both parts may have been stretched, which is said once.
            Notices = [.. parts.Training.Notices.Union(parts.Test?.Notices ?? [])],
        };
    }

    private static int[][] ByClass(ImageSet images)
    {
        if (images.Labels.Count < 2)
        {
            string found = images.Labels.Count == 0 ? "no classes" : $"one class, {images.Labels[0]}";
            throw new DataException(
                $"{images.Name} has {found}, so there is nothing to tell apart. "
                + "Give each class a subfolder of its own, or learn the images themselves with --task reconstruction.")
            { Finding = images.Labels.Count == 0 ? null : TargetRule.ConstantLabels };
        }
        ILookup<int, int> byClass = Enumerable.Range(0, images.Count).ToLookup(images.ClassOf);
        return [.. Enumerable.Range(0, images.Labels.Count).Select(label => byClass[label].ToArray())];
    }

    private static void CheckSize(string name, int count)
    {
        if (count >= LeastImages) { return; }
        throw new DataException(
            $"{name} has {Listing.Counted(count, "image")}, but training, validation and test need at least {LeastImages}. Add images.");
    }

    private static int[] Count(ImageSet images, IReadOnlyList<int> rows, TargetEncoding target)
    {
        int[] counts = new int[target.Labels.Count];
        foreach (int row in target.Labels.Count > 0 ? rows : []) { counts[images.ClassOf(row)]++; }
        return counts;
    }
}
