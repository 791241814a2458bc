using Rectify.Kernels;

namespace Rectify.Benchmarks;

/// <summary>Single convolutions.</summary>
internal sealed class ConvolutionPart : Part
{
    private static readonly ConvolutionCase[] Cases =
    [
        new("3×3 1→32, 28×28", Text(1, 32, "3x3"), Side: 28, Channels: 1, Images: 64),
        new("3×3 32→64, 13×13", Text(32, 64, "3x3"), Side: 13, Channels: 32, Images: 64),
        new("3×3 3→32 same, 32×32", Text(3, 32, "3x3", padding: "same"), Side: 32, Channels: 3, Images: 16),
        new("3×3 16→16 same, 28×28", Text(16, 16, "3x3", padding: "same"), Side: 28, Channels: 16, Images: 16),
        new("3×3 64→64 same, 28×28", Text(64, 64, "3x3", padding: "same"), Side: 28, Channels: 64, Images: 16),
        new("3×3 256→256 same, 7×7", Text(256, 256, "3x3", padding: "same"), Side: 7, Channels: 256, Images: 16),
        new("3×3 64→128 stride 2, 28×28", Text(64, 128, "3x3", "2x2", "same"), Side: 28, Channels: 64, Images: 16),
        new("5×5 32→32 same, 14×14", Text(32, 32, "5x5", padding: "same"), Side: 14, Channels: 32, Images: 16),
        new("1×1 64→128, 28×28", Text(64, 128, "1x1"), Side: 28, Channels: 64, Images: 16),
        new("1×1 64→128 stride 2, 28×28", Text(64, 128, "1x1", "2x2"), Side: 28, Channels: 64, Images: 16),
        new("3×3 64 depthwise, 28×28", Text(64, 64, "3x3", padding: "same", groups: 64), Side: 28, Channels: 64, Images: 16),
        new("3×3 64→64 in 4 groups, 28×28", Text(64, 64, "3x3", padding: "same", groups: 4), Side: 28, Channels: 64, Images: 16),
        new("3×3 64→64 same, 28×28, 1 image", Text(64, 64, "3x3", padding: "same"), Side: 28, Channels: 64, Images: 1),
    ];

    public override string Name => "convolution";

    public override string Summary =>
        "Single convolutions; the limit is the multiply-add peak in the same rounds, and for depthwise kernels, which do nine "
        + "multiply-adds for each number read, a copy of as many numbers. Shares above 100 % count taps that meet the padding and are "
        + "left out. Peers compute channels first, as they want images, and forward only: they do not give one gradient alone.";

    public override IEnumerable<Table> Tables(IReadOnlyList<Peer> peers)
    {
        foreach (Workers workers in Teams.OneAndTwo())
        {
            string threads = Table.Threads(workers.Threads);
            yield return new($"forward, {threads}", Unit.Operations, Cases.Select(convolution
                => Of(convolution, convolution.Ours(workers).Forward) with
                {
                    Peers = peers.Select(peer => peer.Convolution(convolution, workers.Threads)),
                }));
            yield return new($"gradient of the weights, {threads}", Unit.Operations, Cases.Select(convolution
                => Of(convolution, convolution.Ours(workers).WeightGradient)));
            yield return new($"gradient of the input, {threads}", Unit.Operations, Cases.Select(convolution
                => Of(convolution, convolution.Ours(workers).InputGradient)));

            Row Of(ConvolutionCase convolution, Contender ours) => new(convolution.Name, ours) { Limit = convolution.LimitOf(workers) };
        }
    }

    private static string Text(int inputs, int outputs, string kernel, string stride = "1x1", string padding = "valid", int groups = 1)
        => $"conv2d:inputs={inputs},outputs={outputs},kernel={kernel},stride={stride},padding={padding},dilation=1x1,groups={groups}";
}
