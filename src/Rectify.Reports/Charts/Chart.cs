namespace Rectify.Reports.Charts;

/// <summary>Numbers as a drawing and as a table: both are made of the same.</summary>
internal abstract class Chart
{
    /// <summary>How wide a chart is that has others beside it, and one that has not.</summary>
    public const double Narrow = 340, Wide = 704;

    /// <summary>What it shows, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What is seen in it, in a sentence, for those who do not see it.</summary>
    public required string Summary { get; init; }

    /// <summary>Whether it takes all of the page's width where there is room.</summary>
    public virtual bool IsWide => false;

    public abstract DataTable Table { get; }

    /// <summary>Its height at a width.</summary>
    public abstract double HeightAt(double width);

    /// <summary>Draws it onto a canvas of that size.</summary>
    public abstract void Draw(SvgCanvas canvas, double width);

    public SvgCanvas Drawn(double width, bool isFile = false)
    {
        SvgCanvas canvas = new(width, HeightAt(width), isFile);
        Draw(canvas, width);
        return canvas;
    }

    /// <summary>About how wide a text is.</summary>
    protected static double WidthOf(string text, double size = 12) => text.Sum(letter => letter > 0x2E80 ? 1.0 : 0.61) * size;
}
