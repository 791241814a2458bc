using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>
/// Random numbers one after the other, for a drawing that needs nobody can tell beforehand how many. Each drawing has a stream of its
/// own, so none depends on another.
/// </summary>
internal sealed class Draws(Philox random)
{
    private ulong _position;

    /// <summary>A whole number from 0 to <paramref name="bound"/> − 1.</summary>
    public int Below(int bound) => random.Below(_position++, bound);

    /// <summary>A number between two others.</summary>
    public double Between(double low, double high) => low + (high - low) * random.Uniform(_position++);

    /// <summary>A number between −<paramref name="most"/> and <paramref name="most"/>.</summary>
    public double UpTo(double most) => Between(-most, most);

    /// <summary>A normal number with mean 0.</summary>
    public double Normal(double deviation) => deviation * random.Normal(_position++);
}
