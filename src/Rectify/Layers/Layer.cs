using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>One step of a network. It owns its parameters and no buffers: a workspace plans those once, and passes them in.</summary>
public abstract class Layer
{
    /// <summary>As in a model file, with its settings: "dense:inputs=4,outputs=64". <see cref="LayerCatalog"/> reads it back.</summary>
    public abstract string Text { get; }

    /// <summary>As a person reads it, e.g. "dense 4->64".</summary>
    public abstract string Name { get; }

    public virtual IReadOnlyList<Parameter> Parameters => [];

    /// <summary>How many inputs it takes, or 0 for two or more.</summary>
    public virtual int InputCount => 1;

    /// <summary>What <see cref="Backward"/> reads of the forward pass.</summary>
    public virtual Kept Keeps => Kept.Nothing;

    /// <summary>
    /// Whether each number of the output comes from the same place of the input alone, so that the output may lie in the
    /// input's memory (where backward does not read the input) and the input's gradient in the output's.
    /// </summary>
    public virtual bool RunsInPlace => false;

    /// <summary>Whether <see cref="Forward"/> applies an activation that follows, too (<see cref="LayerPass.Activation"/>).</summary>
    public virtual bool FusesActivation => false;

    /// <summary>
    /// 1/√E[f(z)²] for z ~ N(0,1): what the weights before it are scaled by to keep the variance; null where it does not say.
    /// </summary>
    public virtual float? Gain => null;

    /// <summary>The shape of one sample that comes out when <paramref name="inputs"/> go in.</summary>
    /// <exception cref="ArgumentException">The inputs do not fit: a sentence that says what would.</exception>
    public abstract Shape OutputShape(IReadOnlyList<Shape> inputs);

    /// <summary>How many floats a pass of <paramref name="batchSize"/> samples remembers beside inputs and outputs.</summary>
    public virtual int MemoryLength(IReadOnlyList<Shape> inputs, int batchSize) => 0;

    /// <summary>Called once when a workspace is planned; makes what a pass needs that is not a buffer of floats.</summary>
    public virtual void Prepare(LayerPass pass) { }

    /// <summary>Overwrites the output.</summary>
    public abstract void Forward(LayerPass pass);

    /// <summary>Overwrites the gradients of inputs (those that are asked for) and of parameters.</summary>
    public abstract void Backward(LayerPass pass);

    public sealed override string ToString() => Name;

    /// <summary>The first of the shapes that come in, if they are as many as the layer takes.</summary>
    private protected Shape FirstOf(IReadOnlyList<Shape> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (InputCount == 0 ? inputs.Count > 1 : inputs.Count == InputCount) { return inputs[0]; }
        string wanted = InputCount == 0 ? "two or more inputs" : "1 input";
        throw new ArgumentException($"{Name} takes {wanted}, but is given {inputs.Count}.");
    }

    // What a layer of so many inputs says to a sample that does not fit.
    private protected ArgumentException Misfit(int inputs, Shape sample)
        => new($"{Name} takes {inputs} numbers per sample, but {sample} holds {sample.Length}.");

    // What a layer that splits each row of units, features or channels into equal parts says to one that cannot be.
    private protected ArgumentException UnevenMisfit(int parts, Shape sample)
        => new($"{Name} takes a multiple of {parts} {UnitsOf(sample)}, but {sample} has {sample.Units}.");

    // What a layer that treats each unit, feature or channel by itself says to another number of them.
    private protected ArgumentException UnitsMisfit(int units, Shape sample) => sample.IsFlat
        ? Misfit(units, sample)
        : new($"{Name} takes {units} {UnitsOf(sample)}, but {sample} has {sample.Units}.");

    private static string UnitsOf(Shape sample) => sample.IsFlat ? "units" : sample.IsImage ? "channels" : "features";
}
