namespace Rectify.Kernels;

/// <summary>Neighbouring columns of one row, held in registers.</summary>
internal unsafe interface IStrip<TSelf> where TSelf : struct, IStrip<TSelf>
{
    /// <summary>How many lanes side by side.</summary>
    static abstract int Lanes { get; }

    /// <summary>How many such lanes the processor's registers hold.</summary>
    static abstract int Registers { get; }

    /// <summary>How many columns.</summary>
    static abstract int Width { get; }

    static abstract TSelf Load(float* source);
    static abstract void Store(TSelf strip, float* target);

    /// <summary>Adds a·b to the strip, each column rounded once.</summary>
    void AddProduct(float a, TSelf b);
}
