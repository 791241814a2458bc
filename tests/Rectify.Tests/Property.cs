using CsCheck;

namespace Rectify.Tests;

/// <summary>What holds of every input, shown on some that are drawn from fixed seeds, so that a run repeats.</summary>
internal static class Property
{
    /// <summary>Checks <paramref name="holds"/> on inputs of <paramref name="inputs"/>. The one that fails is told with its seed.</summary>
    public static void Holds<T>(Gen<T> inputs, Action<T> holds, int count = 300)
    {
        // CsCheck takes a seed for the first input of a run only, so each input here is a run of its own.
        for (uint stream = 0; stream < count; stream++)
        {
            inputs.Sample(holds, seed: new PCG(stream, seed: 1).ToString(), iter: 1, threads: 1);
        }
    }
}
