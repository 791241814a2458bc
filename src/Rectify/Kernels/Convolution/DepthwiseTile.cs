using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// The heart of a convolution that has a kernel for each channel: the sums of some windows, for a lane of channels, stay in registers
/// while all taps run through them. One body serves every instruction set and height.
/// </summary>
internal static unsafe class DepthwiseTile<T> where T : struct, ISimdLane<T>, ILane<T>
{
    /// <summary>The most windows of a tile: multiply-adds take four cycles, and two begin in each.</summary>
    public const int MostWindows = 8;

    /// <summary>Overwrites the outputs of tiles of <paramref name="windows"/> windows, one tile after the other.</summary>
    /// <param name="windows">1 to 8.</param>
    /// <param name="tiles">How many tiles, at least 1.</param>
    /// <param name="steps">How all lies in memory.</param>
    /// <param name="x">What the first tap of the first window reads.</param>
    /// <param name="weights">The weights of the first tap.</param>
    /// <param name="y">The first window's output.</param>
    [MethodImpl(Compiled.Alone)]
    public static void Multiply(int windows, int tiles, in DepthwiseSteps steps, float* x, float* weights, float* y)
    {
        switch (windows)
        {
            case 1: Multiply<Height.One>(tiles, steps, x, weights, y); break;
            case 2: Multiply<Height.Two>(tiles, steps, x, weights, y); break;
            case 3: Multiply<Height.Three>(tiles, steps, x, weights, y); break;
            case 4: Multiply<Height.Four>(tiles, steps, x, weights, y); break;
            case 5: Multiply<Height.Five>(tiles, steps, x, weights, y); break;
            case 6: Multiply<Height.Six>(tiles, steps, x, weights, y); break;
            case 7: Multiply<Height.Seven>(tiles, steps, x, weights, y); break;
            case 8: Multiply<Height.Eight>(tiles, steps, x, weights, y); break;
        }
    }

    private static void Multiply<THeight>(int tiles, in DepthwiseSteps steps, float* x, float* weights, float* y)
        where THeight : struct, IHeight
    {
        if (steps.SharesThree) { MultiplyThree<THeight>(tiles, steps, x, weights, y); }
        else { MultiplyAny<THeight>(tiles, steps, x, weights, y); }
    }

    // As in a tile of the product, but a step reads as many weights as there are channels in a lane.
    [MethodImpl(Compiled.Alone)]
    private static void MultiplyAny<THeight>(int tiles, in DepthwiseSteps steps, float* xStart, float* weights, float* y)
        where THeight : struct, IHeight
    {
        nint one = steps.Window, two = 2 * one, three = 3 * one, nextTap = steps.Tap, nextWeight = steps.Weight;
        nint nextTile = THeight.Rows * one, next = steps.Output, taps = steps.Taps;
        for (; tiles > 0; tiles--, xStart += nextTile)
        {
            T sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0, sum4 = 0, sum5 = 0, sum6 = 0, sum7 = 0;
            float* row = xStart, weightRow = weights;
            for (nint i = steps.TapRows; i > 0; i--)
            {
                float* x = row, x3 = x + three, x6 = x3 + three, weight = weightRow;
                for (nint j = taps; j > 0; j--)
                {
                    T factor = T.Load(weight);
                    if (THeight.Rows > 0) { T.AddProduct(ref sum0, x, factor); }
                    if (THeight.Rows > 1) { T.AddProduct(ref sum1, x + one, factor); }
                    if (THeight.Rows > 2) { T.AddProduct(ref sum2, x + two, factor); }
                    if (THeight.Rows > 3) { T.AddProduct(ref sum3, x3, factor); }
                    if (THeight.Rows > 4) { T.AddProduct(ref sum4, x3 + one, factor); }
                    if (THeight.Rows > 5) { T.AddProduct(ref sum5, x3 + two, factor); }
                    if (THeight.Rows > 6) { T.AddProduct(ref sum6, x6, factor); }
                    if (THeight.Rows > 7) { T.AddProduct(ref sum7, x6 + one, factor); }
                    x += nextTap;
                    if (THeight.Rows > 3) { x3 += nextTap; }
                    if (THeight.Rows > 6) { x6 += nextTap; }
                    weight += nextWeight;
                }
                row += steps.TapRow;
                weightRow += steps.WeightRow;
            }
            if (THeight.Rows > 0) { T.Store(sum0, y); y += next; }
            if (THeight.Rows > 1) { T.Store(sum1, y); y += next; }
            if (THeight.Rows > 2) { T.Store(sum2, y); y += next; }
            if (THeight.Rows > 3) { T.Store(sum3, y); y += next; }
            if (THeight.Rows > 4) { T.Store(sum4, y); y += next; }
            if (THeight.Rows > 5) { T.Store(sum5, y); y += next; }
            if (THeight.Rows > 6) { T.Store(sum6, y); y += next; }
            if (THeight.Rows > 7) { T.Store(sum7, y); y += next; }
        }
    }

    // Three taps a row, as most kernels have: a number is read once for the three windows that see it.
    [MethodImpl(Compiled.Alone)]
    private static void MultiplyThree<THeight>(int tiles, in DepthwiseSteps steps, float* xStart, float* weights, float* y)
        where THeight : struct, IHeight
    {
        nint one = steps.Window, two = 2 * one, three = 3 * one, nextWeight = steps.Weight;
        nint nextTile = THeight.Rows * one, next = steps.Output;
        for (; tiles > 0; tiles--, xStart += nextTile)
        {
            T sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0, sum4 = 0, sum5 = 0, sum6 = 0, sum7 = 0;
            float* x = xStart, weight = weights;
            for (nint i = steps.TapRows; i > 0; i--)
            {
                float* x3 = x + three, x6 = x3 + three, x9 = x6 + three;
                T weight0 = T.Load(weight), weight1 = T.Load(weight + nextWeight), weight2 = T.Load(weight + 2 * nextWeight), value;
                value = T.Load(x);
                T.AddProduct(ref sum0, value, weight0);
                value = T.Load(x + one);
                T.AddProduct(ref sum0, value, weight1);
                if (THeight.Rows > 1) { T.AddProduct(ref sum1, value, weight0); }
                value = T.Load(x + two);
                T.AddProduct(ref sum0, value, weight2);
                if (THeight.Rows > 1) { T.AddProduct(ref sum1, value, weight1); }
                if (THeight.Rows > 2) { T.AddProduct(ref sum2, value, weight0); }
                if (THeight.Rows > 1)
                {
                    value = T.Load(x3);
                    T.AddProduct(ref sum1, value, weight2);
                    if (THeight.Rows > 2) { T.AddProduct(ref sum2, value, weight1); }
                    if (THeight.Rows > 3) { T.AddProduct(ref sum3, value, weight0); }
                }
                if (THeight.Rows > 2)
                {
                    value = T.Load(x3 + one);
                    T.AddProduct(ref sum2, value, weight2);
                    if (THeight.Rows > 3) { T.AddProduct(ref sum3, value, weight1); }
                    if (THeight.Rows > 4) { T.AddProduct(ref sum4, value, weight0); }
                }
                if (THeight.Rows > 3)
                {
                    value = T.Load(x3 + two);
                    T.AddProduct(ref sum3, value, weight2);
                    if (THeight.Rows > 4) { T.AddProduct(ref sum4, value, weight1); }
                    if (THeight.Rows > 5) { T.AddProduct(ref sum5, value, weight0); }
                }
                if (THeight.Rows > 4)
                {
                    value = T.Load(x6);
                    T.AddProduct(ref sum4, value, weight2);
                    if (THeight.Rows > 5) { T.AddProduct(ref sum5, value, weight1); }
                    if (THeight.Rows > 6) { T.AddProduct(ref sum6, value, weight0); }
                }
                if (THeight.Rows > 5)
                {
                    value = T.Load(x6 + one);
                    T.AddProduct(ref sum5, value, weight2);
                    if (THeight.Rows > 6) { T.AddProduct(ref sum6, value, weight1); }
                    if (THeight.Rows > 7) { T.AddProduct(ref sum7, value, weight0); }
                }
                if (THeight.Rows > 6)
                {
                    value = T.Load(x6 + two);
                    T.AddProduct(ref sum6, value, weight2);
                    if (THeight.Rows > 7) { T.AddProduct(ref sum7, value, weight1); }
                }
                if (THeight.Rows > 7)
                {
                    value = T.Load(x9);
                    T.AddProduct(ref sum7, value, weight2);
                }
                x += steps.TapRow;
                weight += steps.WeightRow;
            }
            if (THeight.Rows > 0) { T.Store(sum0, y); y += next; }
            if (THeight.Rows > 1) { T.Store(sum1, y); y += next; }
            if (THeight.Rows > 2) { T.Store(sum2, y); y += next; }
            if (THeight.Rows > 3) { T.Store(sum3, y); y += next; }
            if (THeight.Rows > 4) { T.Store(sum4, y); y += next; }
            if (THeight.Rows > 5) { T.Store(sum5, y); y += next; }
            if (THeight.Rows > 6) { T.Store(sum6, y); y += next; }
            if (THeight.Rows > 7) { T.Store(sum7, y); y += next; }
        }
    }
}
