using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>The number that each byte of each channel becomes: (byte − centre) / spread, worked out once.</summary>
internal static class ChannelValues
{
    /// <summary>How many bytes there are.</summary>
    public const int PerChannel = 256;

    /// <param name="centres">What is subtracted, one for each channel.</param>
    /// <param name="spreads">What is divided by after that, one for each channel.</param>
    public static float[] Of(ReadOnlySpan<float> centres, ReadOnlySpan<float> spreads)
    {
        float[] values = new float[centres.Length * PerChannel];
        for (int i = 0; i < values.Length; i++)
        {
            int channel = i / PerChannel;
            values[i] = (i % PerChannel - centres[channel]) / spreads[channel];
        }
        return values;
    }

    /// <summary>Overwrites <paramref name="numbers"/> with those of an image's bytes.</summary>
    // Optimized at once: a small network's first hundred steps would wait for the bytes of their images.
    [MethodImpl(Compiled.Alone)]
    public static void Look(ReadOnlySpan<float> values, ReadOnlySpan<byte> pixels, Span<float> numbers)
    {
        int channels = values.Length / PerChannel;
        numbers = numbers[..pixels.Length];
        for (int channel = 0; channel < channels; channel++)
        {
            ReadOnlySpan<float> own = values.Slice(channel * PerChannel, PerChannel);
            for (int i = channel; i < pixels.Length; i += channels) { numbers[i] = own[pixels[i]]; }
        }
    }
}
