namespace Rectify.Tests.Kernels;

/// <summary>Numbers between margins of NaN: what reads over an edge shows, and so does what is written over one.</summary>
internal sealed class Framed
{
    private const int Margin = 80;
    private readonly float[] _values;

    public Framed(ReadOnlySpan<float> inside)
    {
        _values = new float[inside.Length + 2 * Margin];
        _values.AsSpan().Fill(float.NaN);
        inside.CopyTo(Inside);
    }

    public Span<float> Inside => _values.AsSpan(Margin..^Margin);

    /// <summary>Room that holds nothing but NaN.</summary>
    public static Framed Room(int length)
    {
        float[] nothing = new float[length];
        nothing.AsSpan().Fill(float.NaN);
        return new(nothing);
    }

    public void Check(ReadOnlySpan<float> expected)
    {
        Assert.Equal(Bits(expected), Bits(Inside));
        CheckMargins();
    }

    public void CheckMargins()
    {
        Assert.DoesNotContain(_values[..Margin], value => !float.IsNaN(value));
        Assert.DoesNotContain(_values[^Margin..], value => !float.IsNaN(value));
    }

    private static int[] Bits(ReadOnlySpan<float> values) => Array.ConvertAll(values.ToArray(), BitConverter.SingleToInt32Bits);
}
