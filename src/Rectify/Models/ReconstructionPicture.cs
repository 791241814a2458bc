using Rectify.Data;
using Rectify.Kernels;
using Rectify.Networks;

namespace Rectify.Models;

/// <summary>A picture of images, and under each row of them what an autoencoder makes of it: what it keeps, and what it loses.</summary>
public static class ReconstructionPicture
{
    private const int ImagesInRow = 10, MostPairs = 2;

    /// <summary>Draws up to 20 images, spread over all that there are: first those of the first row, then their reconstructions.</summary>
    /// <param name="model">A model of images whose task is reconstruction.</param>
    /// <param name="images">Images as the model's pipeline encodes them, at least one.</param>
    /// <exception cref="ArgumentException">The model does not reconstruct images, or there are none.</exception>
    public static ImageGrid Draw(Model model, SampleSource images)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(images);
        if (model.Pipeline is not ImagePipeline { Target.Task: TaskKind.Reconstruction } pipeline)
        {
            throw new ArgumentException("Only a model that reconstructs images can be drawn beside them.");
        }
        if (images.Count == 0) { throw new ArgumentException("There are no images to draw."); }

        int count = Math.Min(images.Count, MostPairs * ImagesInRow), columns = Math.Min(count, ImagesInRow);
        ImageGrid grid = new(pipeline.InputShape, rows: 2 * ((count + columns - 1) / columns), columns);
        Workspace workspace = new(model.Network, WorkspaceKind.Inference, batchSize: 1);
        workspace.Input.Count = 1;
        byte[] pixels = new byte[pipeline.InputShape.Length];
        for (int i = 0; i < count; i++)
        {
            images.Fill([(int)((long)i * images.Count / count)], workspace.Input.Values, []);
            (int row, int column) = (2 * (i / columns), i % columns);
            Place(row, column, workspace.Input.Values);
            Place(row + 1, column, workspace.Forward().Values);
        }
        return grid;

        void Place(int row, int column, ReadOnlySpan<float> numbers)
        {
            int channels = pipeline.InputShape.Units;
            for (int at = 0; at < pixels.Length; at++) { pixels[at] = pipeline.ToByte(numbers[at], at % channels); }
            grid.Place(row, column, pixels);
        }
    }
}
