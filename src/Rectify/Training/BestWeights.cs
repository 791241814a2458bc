using Rectify.Networks;

namespace Rectify.Training;

/// <summary>A copy of the weights of the epoch with the lowest loss; before the first epoch, of those it started with.</summary>
internal sealed class BestWeights(Network network)
{
    private readonly float[] _row = network.Row.ToArray();

    public int Epoch { get; private set; }
    public double Loss { get; private set; } = double.PositiveInfinity;

    /// <summary>The weights, laid out as the network's row.</summary>
    public Memory<float> Row => _row;

    /// <summary>Keeps the network's weights if the loss is the lowest so far.</summary>
    public void Offer(int epoch, double loss)
    {
        if (!(loss < Loss)) { return; }
        (Epoch, Loss) = (epoch, loss);
        network.Row.CopyTo(_row);
    }

    /// <summary>Says of which epoch the weights are that were put into <see cref="Row"/>.</summary>
    public void Resume(int epoch, double loss) => (Epoch, Loss) = (epoch, loss);

    /// <summary>Puts the kept weights back into the network.</summary>
    public void Restore() => _row.CopyTo(network.Row);
}
