namespace Rectify.Networks;

/// <summary>Whose number sets the scale of a weight.</summary>
internal enum Fan
{
    /// <summary>The inputs of a unit: keeps the variance on the way forward.</summary>
    In,

    /// <summary>The mean of inputs and outputs: a compromise between forward and backward.</summary>
    Average,
}
