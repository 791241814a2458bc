namespace Rectify.Kernels;

/// <summary>What random numbers are drawn for. The numbers are part of a run's bits: append, never renumber.</summary>
public enum RandomPurpose
{
    Weights = 1,
    Shuffle = 2,
    Split = 3,
    Dropout = 4,
    Slope = 5,
    SyntheticData = 6,
    Probe = 7,
    Augmentation = 8,
    Forecast = 9,
}
