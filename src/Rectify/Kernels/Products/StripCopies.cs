using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>Copies the whole strips of a matrix, one panel behind the other; each part some of them.</summary>
/// <param name="source">depth × strips, as it lies or transposed.</param>
/// <param name="depth">Rows of the panels.</param>
/// <param name="strips">How many.</param>
/// <param name="end">Where the memory of the source ends.</param>
/// <param name="target">Room for depth × strips.</param>
internal readonly unsafe struct StripCopies<TLane>(Operand source, int depth, int strips, float* end, float* target) : IParallelJob
    where TLane : struct, ISimdLane<TLane>, ILane<TLane>
{
    /// <summary>Parts of the job.</summary>
    public int Count => (strips + Panel.StripsAtOnce - 1) / Panel.StripsAtOnce;

    [MethodImpl(Compiled.Alone)]
    public void Invoke(int part)
    {
        int first = part * Panel.StripsAtOnce, count = Math.Min(Panel.StripsAtOnce, strips - first), width = Strip2<TLane>.Width;
        Panel.PackAll<Strip2<TLane>>(source.From(0, first * width), depth, count, end, target + (nint)first * width * depth);
    }
}
