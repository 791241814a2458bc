namespace Rectify.Activations;

/// <summary>Where the slopes of a <see cref="SlopedActivation"/> come from: learned by gradient descent, or drawn at each step.</summary>
public readonly record struct SlopeOrigin
{
    private SlopeOrigin(bool isLearned, bool isPerChannel, float lower, float upper)
        => (IsLearned, IsPerChannel, Lower, Upper) = (isLearned, isPerChannel, lower, upper);

    /// <summary>Whether the slope is a parameter; otherwise one is drawn for each number of each training batch.</summary>
    public bool IsLearned { get; }

    /// <summary>Whether each channel learns a slope of its own, rather than one for the layer.</summary>
    public bool IsPerChannel { get; }

    /// <summary>The lower end of the range the slope is drawn from; where it is learned, its start.</summary>
    public float Lower { get; }

    /// <summary>The upper end of the range the slope is drawn from; where it is learned, its start.</summary>
    public float Upper { get; }

    /// <summary>The slope to use where there is no other: the start of a learned one, the mean of drawn ones.</summary>
    public float Expected => (Lower + Upper) / 2;

    /// <summary>A parameter that begins at <paramref name="start"/>.</summary>
    public static SlopeOrigin Learned(float start, bool isPerChannel) => new(true, isPerChannel, start, start);

    /// <summary>Drawn uniformly from [lower, upper) in training; their mean otherwise.</summary>
    public static SlopeOrigin Drawn(float lower, float upper) => new(false, false, lower, upper);
}
