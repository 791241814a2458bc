using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>What images have to be like.</summary>
/// <param name="Stretch">The size that each is brought to; null to leave them as they are.</param>
/// <param name="Model">What a trained model takes; null where the first image says what the others have to be.</param>
/// <param name="MostMemory">What they may take of memory, in bytes; null for their share of what is left.</param>
internal sealed record ImageDemand(ImageSize? Stretch, Shape? Model = null, long? MostMemory = null)
{
    public static ImageDemand OfOptions(ImageOptions options) => new(options.Size, MostMemory: options.MostMemory);

    public static ImageDemand OfModel(Shape model, bool stretch, long? mostMemory = null)
        => new(stretch ? ImageSize.Of(model) : null, model, mostMemory);

    /// <summary>What is said of an image of another size than the model takes.</summary>
    public static DataException Unfit(string name, ImageSize size, Shape model) => new(
        $"{name} is {size} (height x width), but the model takes {ImageSize.Of(model)}. Scale it to that size, "
        + $"or train with --size {ImageSize.Of(model)}: such a model stretches what it is given.");
}
