using System.Text.Json.Nodes;
using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>How images become a network's inputs: their size, and for each channel the scale learned on the training part.</summary>
public sealed class ImagePipeline : Pipeline
{
    /// <summary>What the class of an image is called, which no column names.</summary>
    public const string ClassName = "class";

    private const string ImageName = "image", ImagesKey = "images";
    private readonly Scale[] _scales;

    private ImagePipeline(Shape shape, Scale[] scales, TargetEncoding target, bool stretches) : base(target)
        => (InputShape, _scales, Stretches) = (shape, scales, stretches);

    public override Shape InputShape { get; }
    public override IReadOnlyList<string> FeatureNames => InputShape.Units == 1 ? ["grey"] : ["red", "green", "blue"];

    /// <summary>Whether images of another size are stretched to <see cref="InputShape"/>, as those of training were.</summary>
    public bool Stretches { get; }

    /// <summary>Learns the scale of each channel.</summary>
    /// <param name="images">All images.</param>
    /// <param name="trainingRows">The images to learn from, and no others.</param>
    /// <param name="options">The task and the scaling; minmax takes 0 … 255 for its ends, whatever the images hold.</param>
    /// <param name="stretches">Whether images to predict are stretched.</param>
    /// <exception cref="ArgumentException">There are no images to learn from, or not the ones named.</exception>
    public static ImagePipeline Fit(ImageSet images, IReadOnlyList<int> trainingRows, DataOptions options, bool stretches)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(trainingRows);
        ArgumentNullException.ThrowIfNull(options);
        if (trainingRows.Count == 0) { throw new ArgumentException($"There are no images of {images.Name} to learn scales from."); }
        foreach (int image in trainingRows) { images.Checked(image); }
        TargetEncoding target = options.Task == TaskKind.Reconstruction
            ? TargetEncoding.OfRow(ImageName)
            : TargetEncoding.OfClasses(ClassName, images.Labels);
        return new(images.Shape, ChannelScales.Learn(images, trainingRows, options.Scaling), target, stretches);
    }

    /// <summary>Ties the pipeline to images, which it then encodes. Their classes are matched with its own by name.</summary>
    /// <exception cref="DataException">The images have another shape.</exception>
    public BoundImages Bind(ImageSet images)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (images.Shape != InputShape)
        {
            throw new DataException($"{images.Name} has images of {images.Shape}, but the model takes {InputShape}.");
        }
        ImageSet known = images.Labels.SequenceEqual(Target.Labels) ? images : images.WithLabels(Target.Labels);
        return new(this, known, ToSource(known, Augmentation.None, seed: 0));
    }

    /// <summary>The byte that a scaled number stands for, the nearest one where it lies beyond black and white.</summary>
    /// <param name="value">As the network takes it, or puts it out in a reconstruction.</param>
    /// <param name="channel">From 0.</param>
    /// <exception cref="ArgumentException">There is no such channel.</exception>
    public byte ToByte(float value, int channel) => (uint)channel >= (uint)_scales.Length
        ? throw new ArgumentException($"There is no channel {channel}: images of {InputShape} have 0 to {_scales.Length - 1}.")
        : (byte)Math.Clamp(Math.Round(_scales[channel].Undo(value)), byte.MinValue, byte.MaxValue);

    public override JsonObject ToJson() => new()
    {
        [ImagesKey] = new JsonObject
        {
            ["height"] = InputShape.First,
            ["width"] = InputShape.Second,
            ["channels"] = new JsonArray([.. _scales.Select(Write)]),
            ["stretches"] = Stretches,
        },
        ["target"] = Target.ToJson(),
    };

    /// <summary>Whether <see cref="ToJson"/> of this kind of pipeline wrote it.</summary>
    internal static bool Wrote(JsonNode? json) => json is JsonObject fields && fields.ContainsKey(ImagesKey);

    /// <summary>The pipeline that <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="DataException">A field is missing or of the wrong kind.</exception>
    public static new ImagePipeline FromJson(JsonNode? json)
    {
        JsonFields fields = new(json, Place), images = fields.Fields(ImagesKey);
        (int height, int width) = (images.Whole("height"), images.Whole("width"));
        Scale[] scales = [.. images.List("channels").Select(channel => Scale.Read(new JsonFields(channel, $"a channel of {Place}")))];
        if (scales.Length is not (1 or 3)) { throw images.Wrong("channels", "a list of one or three"); }
        if (height < 1 || width < 1) { throw images.Wrong(height < 1 ? "height" : "width", "1 or more"); }
        TargetEncoding target = TargetEncoding.FromJson(fields.Fields("target"));
        return new(new Shape(height, width, scales.Length), scales, target, images.Flag("stretches"));
    }

    /// <summary>Images as samples, augmented where training asks for it.</summary>
    internal SampleSource ToSource(ImageSet images, Augmentation augmentation, ulong seed)
    {
        float[] centres = [.. _scales.Select(s => (float)s.Center)], spreads = [.. _scales.Select(s => (float)s.Spread)];
        ImageSource source = new(images, centres, spreads, augmentation, seed);
        return Target.Task == TaskKind.Reconstruction ? new ReconstructionSource(source) : source;
    }

    private static JsonNode Write(Scale scale)
    {
        JsonObject json = [];
        scale.Write(json);
        return json;
    }
}
