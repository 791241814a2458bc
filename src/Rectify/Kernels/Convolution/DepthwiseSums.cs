using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// The heart of the gradient of weights where each channel has a kernel of its own: the sums of some taps, for a lane of channels, stay
/// in registers while a row of windows runs through them.
/// </summary>
internal static unsafe class DepthwiseSums<T> where T : struct, ISimdLane<T>, ILane<T>
{
    // With a pair of lanes of channels up to eight sums are in flight: two a cycle, each of which takes four.
    private const int MostTaps = 4;

    /// <summary>Adds to the sums of one row of taps.</summary>
    /// <param name="steps">How all lies in memory.</param>
    /// <param name="windows">How many windows.</param>
    /// <param name="x">What the first tap of the first window reads.</param>
    /// <param name="gradients">The gradient by the first window's output.</param>
    /// <param name="sums">The sum of the first tap.</param>
    [MethodImpl(Compiled.Alone)]
    public static void Add(in DepthwiseSteps steps, int windows, float* x, float* gradients, float* sums)
    {
        // As many taps of a row at once as evenly fill tiles.
        nint size = steps.Taps, tiles = (size + MostTaps - 1) / MostTaps;
        for (nint tile = 0; tile < tiles; tile++)
        {
            nint first = size * tile / tiles, taps = size * (tile + 1) / tiles - first;
            float* from = x + first * steps.Tap, to = sums + first * steps.Weight;
            switch (taps)
            {
                case 1: Add<Height.One>(steps, windows, from, gradients, to); break;
                case 2: Add<Height.Two>(steps, windows, from, gradients, to); break;
                case 3: Add<Height.Three>(steps, windows, from, gradients, to); break;
                case 4: Add<Height.Four>(steps, windows, from, gradients, to); break;
            }
        }
    }

    /// <summary>The same for all rows of three taps each, where neighbouring windows read the same numbers.</summary>
    [MethodImpl(Compiled.Alone)]
    public static void AddThree(in DepthwiseSteps steps, int windows, float* x, float* gradients, float* sums)
    {
        nint rows = steps.TapRows;
        for (; rows > 0; rows -= 3, x += 3 * steps.TapRow, sums += 3 * steps.WeightRow)
        {
            switch (rows)
            {
                case 1: AddThree<Height.One>(steps, windows, x, gradients, sums); break;
                case 2: AddThree<Height.Two>(steps, windows, x, gradients, sums); break;
                default: AddThree<Height.Three>(steps, windows, x, gradients, sums); break;
            }
        }
    }

    // Each gradient is read once for all of these taps.
    [MethodImpl(Compiled.Alone)]
    private static void Add<TTaps>(in DepthwiseSteps steps, int windows, float* x, float* dy, float* sums) where TTaps : struct, IHeight
    {
        nint nextWindow = steps.Window, output = steps.Output, weight = steps.Weight, one = steps.Tap, two = 2 * one, three = 3 * one;
        T sum0 = T.Load(sums), sum1 = 0, sum2 = 0, sum3 = 0;
        if (TTaps.Rows > 1) { sum1 = T.Load(sums + weight); }
        if (TTaps.Rows > 2) { sum2 = T.Load(sums + 2 * weight); }
        if (TTaps.Rows > 3) { sum3 = T.Load(sums + 3 * weight); }
        for (; windows > 0; windows--, x += nextWindow, dy += output)
        {
            T gradient = T.Load(dy);
            T.AddProduct(ref sum0, x, gradient);
            if (TTaps.Rows > 1) { T.AddProduct(ref sum1, x + one, gradient); }
            if (TTaps.Rows > 2) { T.AddProduct(ref sum2, x + two, gradient); }
            if (TTaps.Rows > 3) { T.AddProduct(ref sum3, x + three, gradient); }
        }
        T.Store(sum0, sums);
        if (TTaps.Rows > 1) { T.Store(sum1, sums + weight); }
        if (TTaps.Rows > 2) { T.Store(sum2, sums + 2 * weight); }
        if (TTaps.Rows > 3) { T.Store(sum3, sums + 3 * weight); }
    }

    // Two windows at once: of the four numbers in a row that they see, two are seen by both.
    [MethodImpl(Compiled.Alone)]
    private static void AddThree<TRows>(in DepthwiseSteps steps, int windows, float* x0, float* dy, float* to0)
        where TRows : struct, IHeight
    {
        nint one = steps.Window, two = 2 * one, three = 3 * one, output = steps.Output, weight = steps.Weight;
        float* x1 = x0 + steps.TapRow, x2 = x1 + steps.TapRow, to1 = to0 + steps.WeightRow, to2 = to1 + steps.WeightRow;
        T sum0 = T.Load(to0), sum1 = T.Load(to0 + weight), sum2 = T.Load(to0 + 2 * weight);
        T sum3 = 0, sum4 = 0, sum5 = 0, sum6 = 0, sum7 = 0, sum8 = 0, gradient0, gradient1, value;
        if (TRows.Rows > 1) { (sum3, sum4, sum5) = (T.Load(to1), T.Load(to1 + weight), T.Load(to1 + 2 * weight)); }
        if (TRows.Rows > 2) { (sum6, sum7, sum8) = (T.Load(to2), T.Load(to2 + weight), T.Load(to2 + 2 * weight)); }
        for (; windows > 1; windows -= 2)
        {
            (gradient0, gradient1) = (T.Load(dy), T.Load(dy + output));
            T.AddProduct(ref sum0, x0, gradient0);
            value = T.Load(x0 + one);
            T.AddProduct(ref sum0, value, gradient1);
            T.AddProduct(ref sum1, value, gradient0);
            value = T.Load(x0 + two);
            T.AddProduct(ref sum1, value, gradient1);
            T.AddProduct(ref sum2, value, gradient0);
            T.AddProduct(ref sum2, x0 + three, gradient1);
            if (TRows.Rows > 1)
            {
                T.AddProduct(ref sum3, x1, gradient0);
                value = T.Load(x1 + one);
                T.AddProduct(ref sum3, value, gradient1);
                T.AddProduct(ref sum4, value, gradient0);
                value = T.Load(x1 + two);
                T.AddProduct(ref sum4, value, gradient1);
                T.AddProduct(ref sum5, value, gradient0);
                T.AddProduct(ref sum5, x1 + three, gradient1);
            }
            if (TRows.Rows > 2)
            {
                T.AddProduct(ref sum6, x2, gradient0);
                value = T.Load(x2 + one);
                T.AddProduct(ref sum6, value, gradient1);
                T.AddProduct(ref sum7, value, gradient0);
                value = T.Load(x2 + two);
                T.AddProduct(ref sum7, value, gradient1);
                T.AddProduct(ref sum8, value, gradient0);
                T.AddProduct(ref sum8, x2 + three, gradient1);
            }
            x0 += two;
            if (TRows.Rows > 1) { x1 += two; }
            if (TRows.Rows > 2) { x2 += two; }
            dy += 2 * output;
        }
        if (windows > 0)
        {
            gradient0 = T.Load(dy);
            T.AddProduct(ref sum0, x0, gradient0);
            T.AddProduct(ref sum1, x0 + one, gradient0);
            T.AddProduct(ref sum2, x0 + two, gradient0);
            if (TRows.Rows > 1)
            {
                T.AddProduct(ref sum3, x1, gradient0);
                T.AddProduct(ref sum4, x1 + one, gradient0);
                T.AddProduct(ref sum5, x1 + two, gradient0);
            }
            if (TRows.Rows > 2)
            {
                T.AddProduct(ref sum6, x2, gradient0);
                T.AddProduct(ref sum7, x2 + one, gradient0);
                T.AddProduct(ref sum8, x2 + two, gradient0);
            }
        }
        T.Store(sum0, to0);
        T.Store(sum1, to0 + weight);
        T.Store(sum2, to0 + 2 * weight);
        if (TRows.Rows > 1)
        {
            T.Store(sum3, to1);
            T.Store(sum4, to1 + weight);
            T.Store(sum5, to1 + 2 * weight);
        }
        if (TRows.Rows > 2)
        {
            T.Store(sum6, to2);
            T.Store(sum7, to2 + weight);
            T.Store(sum8, to2 + 2 * weight);
        }
    }
}
