using Rectify.Data;
using Rectify.Models;

namespace Rectify.Training;

/// <summary>
/// From images to a trained model: which train, validate and test, the scale of each channel, a convolutional network and its
/// start. Making one decides all that and trains nothing yet.
/// </summary>
public sealed class ImageTraining : ModelTraining
{
    /// <param name="images">The images, with their test part where they have one.</param>
    /// <param name="options">What was chosen; the defaults where null.</param>
    /// <param name="stretches">Whether images to predict are stretched to the size of these, as these were.</param>
    /// <exception cref="DataException">There is nothing to learn.</exception>
    /// <exception cref="ArgumentException">Two options contradict each other, or the images.</exception>
    public ImageTraining(ImageParts images, TrainOptions? options = null, bool stretches = false)
        : base(
            ImageData.Make(images ?? throw new ArgumentNullException(nameof(images)), (options ?? new()).OfData, stretches),
            options ?? new())
    {
    }

    /// <summary>
    /// A model trained on images, in one call. Make an <see cref="ImageTraining"/> to watch it, or to score it on images held back.
    /// </summary>
    /// <inheritdoc cref="ImageTraining(ImageParts, TrainOptions?, bool)"/>
    public static Model Train(ImageParts images, TrainOptions? options = null)
    {
        ImageTraining training = new(images, options);
        training.Run();
        return training.Model;
    }
}
