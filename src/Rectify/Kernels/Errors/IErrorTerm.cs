namespace Rectify.Kernels;

/// <summary>What a loss makes of one error, prediction less target, over any lane.</summary>
internal interface IErrorTerm
{
    /// <summary>The loss, and its slope there.</summary>
    (T Loss, T Slope) Of<T>(T error) where T : struct, ISimdLane<T>, ILane<T>;
}
