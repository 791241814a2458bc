using Rectify.Kernels;

namespace Rectify.Benchmarks;

/// <summary>The matrix product at the shapes of dense layers, as a share of the multiply-add peak measured in turns with it.</summary>
internal static class ProductPart
{
    /// <summary>Rows × depth × columns of the product, whichever matrix lies transposed.</summary>
    private static readonly ProductCase[] Cases =
    [
        new("square", 64, 64, 64), new("square", 128, 128, 128), new("square", 256, 256, 256),
        new("square", 512, 512, 512), new("square", 1024, 1024, 1024), new("square", 2048, 2048, 2048),
        new("forward", 32, 784, 512), new("forward", 128, 784, 512), new("forward", 128, 512, 256), new("forward", 128, 256, 10),
        new("forward", 128, 512, 10),
        new("weights", 784, 128, 512) { TransposeA = true }, new("weights", 512, 128, 256) { TransposeA = true },
        new("weights", 256, 128, 10) { TransposeA = true },
        new("input", 128, 256, 512) { TransposeB = true }, new("input", 128, 10, 256) { TransposeB = true },
        new("input", 32, 256, 512) { TransposeB = true }, new("input", 32, 512, 784) { TransposeB = true },
        new("tiny", 32, 16, 64), new("tiny", 32, 64, 64), new("tiny", 32, 64, 2),
        new("tiny weights", 64, 32, 64) { TransposeA = true }, new("tiny input", 32, 64, 64) { TransposeB = true },
        new("one row", 1, 784, 512), new("one row", 1, 512, 256), new("one row", 1, 256, 10),
        new("one row's input", 1, 512, 784) { TransposeB = true }, new("one row's input", 1, 256, 512) { TransposeB = true },
        new("one row's input", 1, 10, 256) { TransposeB = true },
        new("one row's weights", 784, 1, 512), new("one row's weights", 512, 1, 256), new("one row's weights", 256, 1, 10),
    ];

    public static void Run()
    {
        using Workers two = new(2);
        foreach (Workers workers in new[] { Workers.Single, two })
        {
            Console.WriteLine($"product, {workers.Threads} thread(s)".PadRight(32) + "      µs   GFLOP/s  of peak" + Peer.Heading);
            Contender peak = Peak.Of(workers);
            foreach (ProductCase product in Cases)
            {
                double[] rates = Contest.Rates([peak, product.Ours(workers), .. Peer.Products(product, workers.Threads)]);
                Console.Write($"{product,-32}{product.Work / rates[1] * 1e6,8:F1} {rates[1] / 1e9,9:F1} {rates[1] / rates[0],7:P0}");
                foreach (double rate in rates.AsSpan(2)) { Console.Write($"  {rate / 1e9,8:F1} {rates[1] / rate,5:F2}x"); }
                Console.WriteLine();
            }
        }
    }
}
