using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>How methods with loops over lanes are compiled.</summary>
internal static class Compiled
{
    /// <summary>
    /// At once and as well as can be, and into no other method: what a method takes in is limited by its own size, and in a small one
    /// that takes in a loop, the operations on lanes inside would be calls, at a quarter of the speed.
    /// </summary>
    public const MethodImplOptions Alone = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;
}
