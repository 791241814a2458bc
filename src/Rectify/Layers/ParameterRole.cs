namespace Rectify.Layers;

/// <summary>What a parameter does, and so what may be done to it.</summary>
public enum ParameterRole
{
    /// <summary>Multiplies inputs. Drawn at the start, and the only role that penalties and weight decay touch.</summary>
    Weight,

    /// <summary>Is added to a sum of weighted inputs.</summary>
    Bias,

    /// <summary>The learned slope of PReLU: decay would pull it towards plain ReLU (He et al. 2015, section 2.1).</summary>
    Slope,

    /// <summary>The factor a normalization ends with. Starts at 1.</summary>
    Scale,

    /// <summary>The offset a normalization ends with. Starts at 0.</summary>
    Shift,

    /// <summary>A running mean or variance: saved with the weights, moved by forward passes, never by an optimizer.</summary>
    Statistic,
}
