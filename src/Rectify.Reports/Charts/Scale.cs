namespace Rectify.Reports.Charts;

/// <summary>Where numbers are in a drawing, along one direction: even, or by powers of ten.</summary>
/// <param name="Low">The number at the start.</param>
/// <param name="High">The number at the end.</param>
/// <param name="From">Where the start is.</param>
/// <param name="To">Where the end is.</param>
/// <param name="IsLogarithmic">Whether equal ways are equal factors.</param>
internal sealed record Scale(double Low, double High, double From, double To, bool IsLogarithmic = false)
{
    // Where powers of ten are so few, 2 and 5 of them are round, too.
    private const double ShortWay = 40;
    private static readonly double[] Steps = [1, 2, 5];

    /// <summary>Where a number is; NaN of what has no place, as 0 among powers of ten.</summary>
    public double this[double value]
    {
        get
        {
            double part = IsLogarithmic
                ? Math.Log(value / Low) / Math.Log(High / Low)
                : (value - Low) / (High - Low);
            double place = From + part * (To - From);
            return double.IsFinite(place) ? place : double.NaN;
        }
    }

    /// <summary>From the least to the largest of some numbers, to round ones; what has no place there is left out.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="from">Where the start is.</param>
    /// <param name="to">Where the end is.</param>
    /// <param name="isLogarithmic">Whether equal ways are equal factors.</param>
    /// <param name="ticks">How many round numbers are wanted, about.</param>
    public static Scale Of(IEnumerable<double> values, double from, double to, bool isLogarithmic = false, int ticks = 5)
    {
        double[] known = [.. values.Where(v => double.IsFinite(v) && (!isLogarithmic || v > 0)).DefaultIfEmpty(1)];
        (double low, double high) = (known.Min(), known.Max());
        if (isLogarithmic)
        {
            (low, high) = (RoundFactor(low, isUp: false), RoundFactor(high, isUp: true));
            return low == high ? new(low / 2, high * 2, from, to, true) : new(low, high, from, to, true);
        }
        if (low == high) { (low, high) = (low - Math.Max(Math.Abs(low) / 2, 0.5), high + Math.Max(Math.Abs(high) / 2, 0.5)); }
        double step = StepOf(high - low, 2 * ticks);
        return new(Math.Floor(low / step + 1e-9) * step, Math.Ceiling(high / step - 1e-9) * step, from, to);
    }

    /// <summary>Round numbers along the way, about as many as are wanted.</summary>
    public IReadOnlyList<double> Ticks(int wanted = 5)
    {
        List<double> ticks = [];
        if (IsLogarithmic)
        {
            int first = (int)Math.Ceiling(Math.Log10(Low) - 1e-9), last = (int)Math.Floor(Math.Log10(High) + 1e-9);
            int stride = Math.Max(1, (last - first + wanted - 1) / wanted);
            for (int power = first; power <= last; power += stride) { ticks.Add(Math.Pow(10, power)); }
            if (High / Low >= ShortWay) { return ticks; }
            return
            [
                .. Enumerable.Range(first - 1, last - first + 2).SelectMany(power => Steps.Select(s => s * Math.Pow(10, power)))
                    .Where(tick => tick >= Low * (1 - 1e-9) && tick <= High * (1 + 1e-9)),
            ];
        }
        double step = StepOf(High - Low, wanted);
        for (long i = (long)Math.Ceiling(Low / step - 1e-9); i * step <= High + step * 1e-9; i++) { ticks.Add(i * step); }
        return ticks;
    }

    // Down or up to a power of ten, or to 2 or 5 of one.
    private static double RoundFactor(double value, bool isUp)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(value) + 1e-9)), times = value / power;
        IEnumerable<double> steps = Steps.Append(10);
        return power * (isUp ? steps.First(s => s >= times - 1e-9) : steps.Last(s => s <= times + 1e-9));
    }

    // 1, 2 or 5 times a power of ten.
    private static double StepOf(double range, int wanted)
    {
        double rough = range / Math.Max(wanted, 1), power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power;
    }
}
