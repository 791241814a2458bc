using Rectify.Kernels;

namespace Rectify.Benchmarks;

/// <summary>Memory full of random numbers.</summary>
internal static class Numbers
{
    /// <summary>Uniform between the two.</summary>
    public static Memory<float> Uniform(int length, float from = 0, float to = 1)
    {
        Memory<float> numbers = FloatMemory.Allocate(length);
        new Philox(1, RandomPurpose.Probe).FillUniform(numbers.Span);
        foreach (ref float number in numbers.Span) { number = from + number * (to - from); }
        return numbers;
    }
}
