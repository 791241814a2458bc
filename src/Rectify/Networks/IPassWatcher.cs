using Rectify.Layers;

namespace Rectify.Networks;

/// <summary>
/// Looks at layers as a pass runs, because many of a workspace's buffers hold something else when it is over. It changes nothing.
/// </summary>
public interface IPassWatcher
{
    /// <summary>A layer has its output, and still its input where backward reads that.</summary>
    void Forwarded(Node node, LayerPass pass);

    /// <summary>A layer has the whole gradient by its output, and is about to pass it on.</summary>
    void Backwarding(Node node, LayerPass pass);

    /// <summary>A layer has passed it on: the gradients by its inputs are there, until what lies before adds to them.</summary>
    void Backwarded(Node node, LayerPass pass) { }
}
