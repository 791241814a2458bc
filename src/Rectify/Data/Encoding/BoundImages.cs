namespace Rectify.Data;

/// <summary>An images' pipeline together with the images that it encodes.</summary>
public sealed class BoundImages : BoundPipeline
{
    private readonly SampleSource _source;

    internal BoundImages(ImagePipeline pipeline, ImageSet images, SampleSource source) : base(pipeline)
        => (Images, _source) = (images, source);

    public ImageSet Images { get; }
    public override string Name => Images.Name;
    public override int Count => Images.Count;
    public override bool HasTarget => IsOwnTarget || Images.HasClasses;
    public override IReadOnlyList<Notice> Notices => Images.Notices;

    private bool IsOwnTarget => Pipeline.Target.Task == TaskKind.Reconstruction;

    public override float TargetAt(int row)
    {
        int index = Images.ClassOf(row);
        return IsOwnTarget ? 0 : index >= 0 ? index : float.NaN;
    }

    public override string RowName(int row) => Images.NameOf(row);

    public override SampleSource ToSource() => _source;
}
