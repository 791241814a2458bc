namespace Rectify.Benchmarks;

/// <summary>
/// Another engine that does some of the same, as a person would call it. Each method makes a contender that runs on so many
/// threads, or null where the engine has no counterpart.
/// </summary>
internal abstract class Peer
{
    public abstract string Name { get; }

    /// <summary>Name and version, for the line that says what was measured.</summary>
    public abstract string Version { get; }

    /// <summary>Whether it has <see cref="Training"/>.</summary>
    public virtual bool Trains => false;

    public virtual Contender? Forward(ActivationCase activation, int threads) => null;

    /// <summary>Forward, over the input.</summary>
    public virtual Contender? InPlace(ActivationCase activation, int threads) => null;

    public virtual Contender? Backward(ActivationCase activation, int threads) => null;

    public virtual Contender? Product(ProductCase product, int threads) => null;

    /// <summary>Forward only: the engines do not compute one gradient alone, so backward is measured in whole networks.</summary>
    public virtual Contender? Convolution(ConvolutionCase convolution, int threads) => null;

    public virtual Contender? Layer(LayerCase layer, bool isBackward, int threads) => null;

    /// <summary>Softmax with cross-entropy: the loss of rows of classes, and its gradient.</summary>
    public virtual Contender? CrossEntropy(int rows, int classes, int threads) => null;

    /// <summary>One step of an optimizer over all parameters of a network.</summary>
    public virtual Contender? Step(OptimizerCase optimizer, int threads) => null;

    /// <summary>One step of training.</summary>
    public virtual Contender? Training(NetworkCase network, int threads) => null;

    /// <summary>One prediction of a batch.</summary>
    public virtual Contender? Inference(NetworkCase network, int samples, int threads) => null;
}
