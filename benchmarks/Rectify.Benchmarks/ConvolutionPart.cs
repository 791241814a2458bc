using Rectify.Kernels;

namespace Rectify.Benchmarks;

/// <summary>Single convolutions, as a share of the multiply-add peak measured in turns with them.</summary>
internal static class ConvolutionPart
{
    private static readonly ConvolutionCase[] Cases =
    [
        new("3x3 1->32, 28x28", Text(1, 32, "3x3"), Side: 28, Channels: 1, Images: 64),
        new("3x3 32->64, 13x13", Text(32, 64, "3x3"), Side: 13, Channels: 32, Images: 64),
        new("3x3 3->32 same, 32x32", Text(3, 32, "3x3", padding: "same"), Side: 32, Channels: 3, Images: 16),
        new("3x3 16->16 same, 28x28", Text(16, 16, "3x3", padding: "same"), Side: 28, Channels: 16, Images: 16),
        new("3x3 64->64 same, 28x28", Text(64, 64, "3x3", padding: "same"), Side: 28, Channels: 64, Images: 16),
        new("3x3 256->256 same, 7x7", Text(256, 256, "3x3", padding: "same"), Side: 7, Channels: 256, Images: 16),
        new("3x3 64->128 stride 2, 28x28", Text(64, 128, "3x3", "2x2", "same"), Side: 28, Channels: 64, Images: 16),
        new("5x5 32->32 same, 14x14", Text(32, 32, "5x5", padding: "same"), Side: 14, Channels: 32, Images: 16),
        new("1x1 64->128, 28x28", Text(64, 128, "1x1"), Side: 28, Channels: 64, Images: 16),
        new("1x1 64->128 stride 2, 28x28", Text(64, 128, "1x1", "2x2"), Side: 28, Channels: 64, Images: 16),
        new("3x3 64 depthwise, 28x28", Text(64, 64, "3x3", padding: "same", groups: 64), Side: 28, Channels: 64, Images: 16),
        new("3x3 64->64 in 4 groups, 28x28", Text(64, 64, "3x3", padding: "same", groups: 4), Side: 28, Channels: 64, Images: 16),
        new("3x3 64->64 same, 28x28, 1 image", Text(64, 64, "3x3", padding: "same"), Side: 28, Channels: 64, Images: 1),
    ];

    public static void Run()
    {
        using Workers two = new(2);
        foreach (Workers workers in new[] { Workers.Single, two })
        {
            Console.WriteLine($"convolution, {workers.Threads} thread(s)".PadRight(32)
                + "    forward            weights              input, GFLOP/s and of peak" + Peer.ConvolutionHeading);
            Contender peak = Peak.Of(workers);
            foreach (ConvolutionCase convolution in Cases)
            {
                double[] rates = Contest.Rates([peak, .. convolution.Ours(workers), .. Peer.Convolutions(convolution, workers.Threads)]);
                Console.Write($"{convolution.Name,-32}");
                foreach (double rate in rates.AsSpan(1)) { Console.Write($"{rate / 1e9,11:F1} {rate / rates[0],7:P0}"); }
                Console.WriteLine();
            }
        }
    }

    private static string Text(int inputs, int outputs, string kernel, string stride = "1x1", string padding = "valid", int groups = 1)
        => $"conv2d:inputs={inputs},outputs={outputs},kernel={kernel},stride={stride},padding={padding},dilation=1x1,groups={groups}";
}
