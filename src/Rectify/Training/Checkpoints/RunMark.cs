using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Rectify.Data;
using Rectify.Networks;

namespace Rectify.Training;

/// <summary>A mark by which a run is known again.</summary>
/// <param name="Network">Its network's architecture.</param>
/// <param name="Data">A hash of how many rows it has, and of some of them.</param>
internal sealed record RunMark(string Network, string Data)
{
    // Enough that other data are noticed, few enough that nobody waits.
    private const int MostRows = 256;

    public static RunMark Of(Network network, SampleSource training, SampleSource? validation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, training);
        if (validation is not null) { Add(hash, validation); }
        return new(Models.Architecture.Write(network).ToJsonString(), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static void Add(IncrementalHash hash, SampleSource rows)
    {
        Span<byte> count = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(count, rows.Count);
        hash.AppendData(count);

        // Row by row, because one may be a large image.
        float[] inputs = new float[rows.InputShape.Length], targets = new float[rows.TargetShape.Length];
        int marked = Math.Min(rows.Count, MostRows);
        for (int i = 0; i < marked; i++)
        {
            rows.Fill([(int)((long)i * rows.Count / marked)], inputs, targets);
            hash.AppendData(MemoryMarshal.AsBytes<float>(inputs));
            hash.AppendData(MemoryMarshal.AsBytes<float>(targets));
        }
    }
}
