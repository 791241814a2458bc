using System.Buffers;
using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>Images that become numbers batch by batch: a byte of a channel is (byte − centre) / spread.</summary>
public sealed class ImageSource : SampleSource
{
    private readonly ImageSet _images;
    private readonly float[] _values;
    private readonly ImageVariation? _variation;
    private readonly Augmentation _augmentation;
    private readonly ulong _seed;

    /// <param name="images">The images, kept and not copied.</param>
    /// <param name="centres">What is subtracted from a byte, one for each channel.</param>
    /// <param name="spreads">What it is divided by after that, one for each channel.</param>
    /// <param name="augmentation">How <see cref="FillVaried"/> varies images; null for not at all.</param>
    /// <param name="seed">The run's seed.</param>
    /// <exception cref="ArgumentException">
    /// Centres and spreads are not one for each channel, a spread is not above 0, or a variation would leave nothing of an image.
    /// </exception>
    public ImageSource(
        ImageSet images, ReadOnlySpan<float> centres, ReadOnlySpan<float> spreads, Augmentation? augmentation = null, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (centres.Length != images.Shape.Units || spreads.Length != images.Shape.Units)
        {
            throw new ArgumentException(
                $"{images.Name} has {images.Shape.Units} channels, but {centres.Length} centres and {spreads.Length} spreads were given.");
        }
        foreach (float spread in spreads)
        {
            if (!(spread > 0)) { throw new ArgumentException("A channel's spread is not above 0."); }
        }
        (_images, _augmentation, _seed) = (images, augmentation ?? Augmentation.None, seed);
        _values = ChannelValues.Of(centres, spreads);
        if (!_augmentation.IsNone) { _variation = new(_augmentation, images.Shape); }
    }

    public override int Count => _images.Count;
    public override Shape InputShape => _images.Shape;
    public override Shape TargetShape { get; } = new(1);

    public override void Fill(ReadOnlySpan<int> rows, Span<float> inputs, Span<float> targets)
    {
        CheckFill(rows, inputs, targets);
        int length = InputShape.Length;
        byte[] room = ArrayPool<byte>.Shared.Rent(_images.Bytes.RoomLength);
        for (int i = 0; i < rows.Length && !inputs.IsEmpty; i++)
        {
            ChannelValues.Look(_values, _images.Bytes.Of(rows[i], room), inputs.Slice(i * length, length));
        }
        ArrayPool<byte>.Shared.Return(room);
        FillTargets(rows, targets);
    }

    public override void FillVaried(ReadOnlySpan<int> rows, ulong variation, Span<float> inputs, Span<float> targets)
    {
        if (_variation is null)
        {
            Fill(rows, inputs, targets);
            return;
        }
        CheckFill(rows, inputs, targets);
        Philox random = new(_seed, RandomPurpose.Augmentation, variation);
        int length = InputShape.Length;
        byte[] room = ArrayPool<byte>.Shared.Rent(_images.Bytes.RoomLength);
        for (int i = 0; i < rows.Length && !inputs.IsEmpty; i++)
        {
            Variation drawn = Variation.Draw(_augmentation, random, rows[i]);
            _variation.Apply(_images.Bytes.Of(rows[i], room), drawn, _values, inputs.Slice(i * length, length));
        }
        ArrayPool<byte>.Shared.Return(room);
        FillTargets(rows, targets);
    }

    private void FillTargets(ReadOnlySpan<int> rows, Span<float> targets)
    {
        for (int i = 0; i < targets.Length; i++) { targets[i] = _images.ClassOf(rows[i]) is var index and >= 0 ? index : float.NaN; }
    }
}
