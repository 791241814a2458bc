using System.Text.Json.Nodes;

namespace Rectify.Data;

/// <summary>What a number has subtracted and is then divided by.</summary>
internal readonly record struct Scale(double Center, double Spread)
{
    public static Scale Identity { get; } = new(0, 1);

    public float Apply(double value) => (float)((value - Center) / Spread);

    /// <summary>The opposite of <see cref="Apply"/>.</summary>
    public double Undo(double scaled) => scaled * Spread + Center;

    /// <summary>Learns from numbers of which none is missing, in double precision and in their order.</summary>
    public static Scale Learn(Scaling scaling, ReadOnlySpan<double> values)
    {
        if (scaling == Scaling.None || values.IsEmpty) { return Identity; }

        Moments moments = Moments.Of(values);
        // A column without spread becomes 0 and not 0/0. Judged by its ends, since the mean of equal numbers may be rounded.
        if (moments.Minimum == moments.Maximum) { return new(moments.Minimum, 1); }
        return scaling == Scaling.Standard
            ? new(moments.Mean, moments.Deviation)
            : new(moments.Minimum, moments.Maximum - moments.Minimum);
    }

    public void Write(JsonObject json)
    {
        json["center"] = Center;
        json["spread"] = Spread;
    }

    public static Scale Read(JsonFields json)
    {
        Scale scale = new(json.Number("center"), json.Number("spread"));
        return scale.Spread > 0 ? scale : throw json.Wrong("spread", "a number above 0");
    }
}
