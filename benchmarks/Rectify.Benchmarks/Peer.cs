namespace Rectify.Benchmarks;

/// <summary>Other engines, where the build includes them (-p:Peers=true); otherwise none.</summary>
internal static class Peer
{
#if PEERS
    public const string Heading = "  libtorch  ours";

    public static Contender[] Products(ProductCase product, int threads) => [Libtorch.Product(product, threads)];

    public static Contender[] Training(NetworkCase network, int threads) => [new LibtorchNetwork(network, threads).Training];

    public const string ConvolutionHeading = "; libtorch's";

    public static Contender[] Convolutions(ConvolutionCase convolution, int threads) => Libtorch.Convolutions(convolution, threads);
#else
    public const string Heading = "";

    public const string ConvolutionHeading = "";

    public static Contender[] Convolutions(ConvolutionCase convolution, int threads) => [];

    public static Contender[] Products(ProductCase product, int threads) => [];

    public static Contender[] Training(NetworkCase network, int threads) => [];
#endif
}
