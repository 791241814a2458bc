using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// What a kernel asks at its door, once a call. Behind the door nothing is checked, and a length that does not fit would be a read
/// past the end.
/// </summary>
internal static class Lengths
{
    /// <exception cref="ArgumentException">The span does not hold as many numbers as are wanted.</exception>
    public static void Check(ReadOnlySpan<float> span, long wanted, [CallerArgumentExpression(nameof(span))] string name = "")
    {
        if (span.Length != wanted) { throw Misfit(name, span.Length, $"{wanted}"); }
    }

    /// <exception cref="ArgumentException">The span is shorter than what is read of it.</exception>
    public static void CheckAtLeast(ReadOnlySpan<float> span, long wanted, [CallerArgumentExpression(nameof(span))] string name = "")
    {
        if (span.Length < wanted) { throw Misfit(name, span.Length, $"{wanted} or more"); }
    }

    /// <summary>How many rows of <paramref name="columns"/> numbers a span holds.</summary>
    /// <exception cref="ArgumentException">They are not whole rows.</exception>
    public static int Rows(ReadOnlySpan<float> span, int columns, [CallerArgumentExpression(nameof(span))] string name = "")
        => columns > 0 && span.Length % columns == 0 ? span.Length / columns : throw NotRows(name, span.Length, columns);

    private static ArgumentException Misfit(string name, int length, string wanted)
        => new($"{name} holds {length} numbers, but has to hold {wanted}.");

    private static ArgumentException NotRows(string name, int length, int columns)
        => new($"{name} holds {length} numbers, which are not whole rows of {columns}.");
}
