using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>How one digit is written: its pen, size, slant, place and unsteadiness, all drawn at random.</summary>
internal sealed class Hand
{
    // In pixels of a picture 28 high, in turns, or in units of the digits' box where said.
    private const double LeastHeight = 13, MostHeight = 22;
    private const double LeastStretch = 0.75, MostStretch = 1.2;
    private const double LeastSlant = -0.15, MostSlant = 0.4;
    private const double MostTurn = 0.035;
    private const double LeastRadius = 0.7, MostRadius = 1.5;
    private const double MostShift = 4;
    private const double JitterInBox = 2.8;
    private const double MostWarp = 0.9, LeastWave = 14, MostWave = 28;
    private const double LeastLight = 0.65;

    private readonly Draws _draws;
    private readonly Point _right, _down;
    private readonly (Point Frequency, double Phase, Point Amplitude)[] _waves;

    public Hand(Draws draws)
    {
        _draws = draws;
        double scale = draws.Between(LeastHeight, MostHeight) / DigitShapes.Height;
        double stretch = draws.Between(LeastStretch, MostStretch), slant = draws.Between(LeastSlant, MostSlant);
        Turn turn = Turn.At(draws.UpTo(MostTurn));
        Radius = draws.Between(LeastRadius, MostRadius);
        Light = draws.Between(LeastLight, 1);

        // Where a step to the right and one down in the box lead: stretched and slanted first, turned after that.
        _right = scale * stretch * new Point(turn.Cosine, turn.Sine);
        _down = scale * (new Point(-turn.Sine, turn.Cosine) - slant * new Point(turn.Cosine, turn.Sine));
        _waves = [Wave(), Wave()];
    }

    /// <summary>Half of the pen's width, in pixels.</summary>
    public double Radius { get; }

    /// <summary>How light the ink is, at most 1.</summary>
    public double Light { get; }

    /// <summary>The lines of a digit, wholly inside of a square picture.</summary>
    public Point[][] Write(int digit, int side)
    {
        Point[][] strokes = DigitShapes.Strokes(digit, _draws.Below(DigitShapes.WaysOf(digit)));
        Point[][] lines = Array.ConvertAll(strokes, stroke => Array.ConvertAll(Curve.Through(Unsteady(stroke)), OnPaper));
        Point shift = Shift(lines, side);
        return Array.ConvertAll(lines, line => Array.ConvertAll(line, point => point + shift));
    }

    // Both of a doubled point move alike, so that a corner stays one.
    private Point[] Unsteady(Point[] stroke)
    {
        Point[] moved = new Point[stroke.Length];
        for (int i = 0; i < stroke.Length; i++)
        {
            moved[i] = i > 0 && stroke[i] == stroke[i - 1]
                ? moved[i - 1]
                : stroke[i] + new Point(_draws.Normal(JitterInBox), _draws.Normal(JitterInBox));
        }
        return moved;
    }

    private Point OnPaper(Point inBox)
    {
        Point fromCentre = inBox - DigitShapes.Centre;
        Point straight = fromCentre.X * _right + fromCentre.Y * _down, bent = straight;
        foreach ((Point frequency, double phase, Point amplitude) in _waves)
        {
            bent += Turn.At(frequency.Dot(straight) + phase).Sine * amplitude;
        }
        return bent;
    }

    private (Point Frequency, double Phase, Point Amplitude) Wave()
    {
        Turn direction = Turn.At(_draws.Between(0, 1));
        double frequency = 1 / _draws.Between(LeastWave, MostWave);
        return (
            frequency * new Point(direction.Cosine, direction.Sine), _draws.Between(0, 1),
            new Point(_draws.UpTo(MostWarp), _draws.UpTo(MostWarp)));
    }

    // From where the lines are to a random place at which all of the ink is on the paper.
    private Point Shift(Point[][] lines, int side)
    {
        (double low, double high) x = (double.MaxValue, double.MinValue), y = x;
        foreach (Point[] line in lines)
        {
            foreach (Point point in line)
            {
                x = (Math.Min(x.low, point.X), Math.Max(x.high, point.X));
                y = (Math.Min(y.low, point.Y), Math.Max(y.high, point.Y));
            }
        }
        return new(Along(x.low, x.high, side), Along(y.low, y.high, side));
    }

    private double Along(double low, double high, int side)
    {
        double middle = (side - 1) * 0.5 - (low + high) * 0.5;
        double room = Math.Max(0, (side - 1) * 0.5 - Radius - (high - low) * 0.5);
        return middle + _draws.UpTo(Math.Min(MostShift, room));
    }
}
