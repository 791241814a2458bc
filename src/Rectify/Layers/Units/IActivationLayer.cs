using Rectify.Activations;

namespace Rectify.Layers;

/// <summary>A layer whose outputs are units with an activation: what health is measured of.</summary>
public interface IActivationLayer
{
    /// <summary>What its units compute, as a person reads it: relu, maxout.</summary>
    string ActivationName { get; }

    /// <summary>A unit is active on a sample where the size of its slope is at least this; where this is 0, not zero.</summary>
    float ActiveThreshold { get; }

    /// <summary>Whether each unit is made of straight pieces with a bend between them, and so can be all on one of them.</summary>
    bool HasLinearPieces { get; }

    /// <summary>
    /// Where units are active, in numbers that training keeps anyway; null where that does not follow from one number, or every unit
    /// always is.
    /// </summary>
    /// <remarks>The derivative of a curve may touch 0 inside, as GELU's does: there a unit counts as active here.</remarks>
    ActiveRange? ActiveRange => null;

    /// <summary>
    /// For every number of the last forward pass its local slope f′: 0 where no gradient passes, the same on the same linear
    /// piece. Maxout, whose pieces are told apart by weights, gives the number of the piece from 1 instead.
    /// </summary>
    /// <param name="pass">Of an observation workspace: inputs must still be there.</param>
    /// <param name="slopes">As long as the output's values.</param>
    void Slopes(LayerPass pass, Span<float> slopes);
}
