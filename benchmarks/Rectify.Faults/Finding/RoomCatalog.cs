namespace Rectify.Faults;

/// <summary>Every room, once. What is named first is asked first.</summary>
internal static class RoomCatalog
{
    private const int FewPerFile = 3, SomePerFile = 6;

    public static IReadOnlyList<Room> All { get; } =
    [
        new("Kernels/Columns", SomePerFile, "Kernels.ColumnsTests", "Layers.NormalizationTests", "Layers.GradientTests"),
        new("Kernels/Convolution", SomePerFile, "Kernels.ConvolutionTests"),
        new("Kernels/Elementary", SomePerFile, "Activations.*", "Kernels.ElementaryTests"),
        new("Kernels/Elementwise", SomePerFile, "Kernels.ElementwiseTests", "Kernels.ArithmeticTests", "Kernels.ReductionTests"),
        new("Kernels/Errors", SomePerFile, "Kernels.ErrorSumTests", "Training.LossTests"),
        new("Kernels/Lanes", SomePerFile, "Kernels.LaneTests", "Activations.*", "Kernels.ElementaryTests", "Kernels.GemmTests"),
        new("Kernels/Pooling", SomePerFile, "Kernels.PoolingTests", "Layers.PoolingTests"),
        new("Kernels/Products", SomePerFile, "Kernels.GemmTests", "Kernels.ConvolutionTests"),
        new("Kernels/Random", SomePerFile, "Kernels.PhiloxTests", "Kernels.NormalQuantileTests", "Kernels.ShuffleTests"),
        new("Kernels/Rows", SomePerFile, "Kernels.RowsTests", "Layers.SoftmaxTests", "Layers.NormalizationTests", "Training.LossTests"),
        new("Kernels/Threads", SomePerFile, "Kernels.WorkersTests"),
        new("Kernels/Updates", SomePerFile, "Training.OptimizerTests", "Training.PenaltyTests"),
        new("Kernels", SomePerFile, "Kernels.*", "Layers.PoolingTests", "Networks.NetworkBuilderTests", "Networks.WorkspaceTests"),
        new("Activations", FewPerFile, "Activations.*"),
        new("Layers", FewPerFile, "Layers.*"),
        new("Networks", FewPerFile, "Networks.*"),
        new("Data", FewPerFile, "Data.*"),
        new("Models", FewPerFile, "Models.*", "Data.TablePipelineTests", "Data.Images.ImagePipelineTests"),
        new("Training/Losses", null, "Training.LossTests"),
        new("Training/Optimizers", null, "Training.OptimizerTests", "Training.PenaltyTests"),
        new("Training", FewPerFile, "Training.*"),
        new("Health/Rules", FewPerFile, "Health.*"),
        new("Health", FewPerFile, "Health.*"),
        new("", FewPerFile, "ByteSizeTests", "Activations.ActivationTextTests", "Training.OptimizerTests", "Data.*"),
    ];

    /// <summary>The room of a file: the first that holds it, so that a folder comes before the one it lies in.</summary>
    public static Room Of(string path) => All.First(room => room.Holds(path));
}
