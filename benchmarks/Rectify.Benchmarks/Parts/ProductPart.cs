namespace Rectify.Benchmarks;

/// <summary>The matrix product at the shapes of dense layers.</summary>
internal sealed class ProductPart : Part
{
    private static readonly ProductCase[] Cases =
    [
        new("square", 64, 64, 64), new("square", 128, 128, 128), new("square", 256, 256, 256),
        new("square", 512, 512, 512), new("square", 1024, 1024, 1024), new("square", 2048, 2048, 2048),
        new("square", 512, 512, 512) { TransposeA = true }, new("square", 1024, 1024, 1024) { TransposeA = true },
        new("square", 512, 512, 512) { TransposeB = true }, new("square", 1024, 1024, 1024) { TransposeB = true },
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

    public override string Name => "product";

    public override string Summary =>
        "Matrix products at the shapes of dense layers, rows × depth × columns, ᵀ where a matrix lies transposed; the limit is the "
        + "multiply-add peak in the same rounds.";

    public override IEnumerable<Table> Tables(IReadOnlyList<Peer> peers)
        => from workers in Teams.OneAndTwo()
           select new Table(
               $"product, {Table.Threads(workers.Threads)}",
               Unit.Operations,
               from product in Cases
               select new Row($"{product}", product.Ours(workers))
               {
                   Limit = Peak.Of(workers),
                   Peers = peers.Select(peer => peer.Product(product, workers.Threads)),
               });
}
