using System.Net;
using System.Text;

namespace Rectify.Reports.Charts;

/// <summary>
/// A drawing: shapes in colours of roles. Within a page the colours come from its style sheet, so that they follow its theme; a file
/// of its own has them written out, because not every program that takes SVG knows style sheets.
/// </summary>
/// <param name="width">In units of its own, which a page shows as pixels.</param>
/// <param name="height">The same.</param>
/// <param name="isFile">Whether it stands alone.</param>
internal sealed class SvgCanvas(double width, double height, bool isFile)
{
    private const string Font = "system-ui, 'Segoe UI', Helvetica, Arial, sans-serif";

    private readonly StringBuilder _shapes = new();

    public bool IsFile => isFile;

    public void Line(double x1, double y1, double x2, double y2, Role role, double thickness = 1, string? dashes = null)
        => _shapes.Append($"<line x1=\"{P(x1)}\" y1=\"{P(y1)}\" x2=\"{P(x2)}\" y2=\"{P(y2)}\"{Stroke(role, thickness, dashes)}/>");

    /// <summary>A line through points; it is broken where one is not finite.</summary>
    public void Path(IEnumerable<(double X, double Y)> points, Role role, double thickness = 1.75, string? dashes = null)
    {
        StringBuilder path = new();
        bool isBroken = true;
        foreach ((double x, double y) in points)
        {
            if (!double.IsFinite(y)) { isBroken = true; }
            else
            {
                path.Append(isBroken ? 'M' : 'L').Append(P(x)).Append(' ').Append(P(y));
                isBroken = false;
            }
        }
        if (path.Length == 0) { return; }
        _shapes.Append($"<path d=\"{path}\"{Class(null, role)} stroke-width=\"{P(thickness)}\"{Dashes(dashes)}");
        _shapes.Append(" stroke-linejoin=\"round\" stroke-linecap=\"round\"/>");
    }

    /// <summary>What lies between two lines.</summary>
    public void Area(IReadOnlyList<(double X, double Low, double High)> points, Role role, double opacity)
    {
        if (points.Count == 0) { return; }
        IEnumerable<string> there = points.Select(p => $"{P(p.X)} {P(p.High)}");
        IEnumerable<string> back = points.Reverse().Select(p => $"{P(p.X)} {P(p.Low)}");
        _shapes.Append($"<path d=\"M{string.Join('L', there.Concat(back))}Z\"{Class(role, null)} fill-opacity=\"{P(opacity)}\"/>");
    }

    public void Rectangle(double x, double y, double w, double h, Role? fill, Role? stroke = null, double opacity = 1)
        => _shapes.Append($"<rect x=\"{P(x)}\" y=\"{P(y)}\" width=\"{P(w)}\" height=\"{P(h)}\"{Class(fill, stroke)}{Opacity(opacity)}/>");

    /// <summary>In a colour that stands for a number, the same in every theme.</summary>
    public void Rectangle(double x, double y, double w, double h, string colour)
        => _shapes.Append($"<rect x=\"{P(x)}\" y=\"{P(y)}\" width=\"{P(w)}\" height=\"{P(h)}\" fill=\"{colour}\"/>");

    /// <summary>Hatched, as what is silent is.</summary>
    public void Hatched(double x, double y, double w, double h)
        => _shapes.Append($"<rect x=\"{P(x)}\" y=\"{P(y)}\" width=\"{P(w)}\" height=\"{P(h)}\" fill=\"url(#hatch)\"/>");

    public void Circle(double x, double y, double radius, Role? fill, Role? stroke = null, double opacity = 1)
        => _shapes.Append($"<circle cx=\"{P(x)}\" cy=\"{P(y)}\" r=\"{P(radius)}\"{Class(fill, stroke)}{Opacity(opacity)}/>");

    /// <summary>A square on its corner.</summary>
    public void Diamond(double x, double y, double radius, Role stroke) => _shapes.Append(
        $"<path d=\"M{P(x)} {P(y - radius)}L{P(x + radius)} {P(y)}L{P(x)} {P(y + radius)}L{P(x - radius)} {P(y)}Z\"")
        .Append($"{Class(null, stroke)} stroke-width=\"1.75\"/>");

    /// <summary>A cross: silent, or not a number.</summary>
    public void Cross(double x, double y, double radius, Role role)
    {
        (double l, double r, double t, double b) = (x - radius, x + radius, y - radius, y + radius);
        _shapes.Append($"<path d=\"M{P(l)} {P(t)}L{P(r)} {P(b)}M{P(l)} {P(b)}L{P(r)} {P(t)}\"{Class(null, role)}")
            .Append(" stroke-width=\"1.75\"/>");
    }

    /// <param name="x">Where it begins, is centred or ends, as <paramref name="anchor"/> says.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="text">What it says.</param>
    /// <param name="role">Its colour.</param>
    /// <param name="anchor">start, middle or end.</param>
    /// <param name="size">Its height.</param>
    /// <param name="bold">Whether it stands out.</param>
    public void Text(
        double x, double y, string text, Role role = Role.Muted, string anchor = "start", double size = 12, bool bold = false)
    {
        string weight = bold ? " font-weight=\"600\"" : "", place = anchor == "start" ? "" : $" text-anchor=\"{anchor}\"";
        string height = size == 12 ? "" : $" font-size=\"{P(size)}\"";
        _shapes.Append($"<text x=\"{P(x)}\" y=\"{P(y)}\"{Class(role, null)}{place}{height}{weight}>{WebUtility.HtmlEncode(text)}</text>");
    }

    /// <summary>In a colour that is readable on that of a number.</summary>
    public void TextOn(double x, double y, string text, double share, double size)
        => _shapes.Append($"<text x=\"{P(x)}\" y=\"{P(y)}\" fill=\"{(share > 0.45 ? "#000" : "#fff")}\" text-anchor=\"middle\" ")
            .Append($"font-size=\"{P(size)}\">{WebUtility.HtmlEncode(text)}</text>");

    /// <summary>A picture of pixels, whose edges stay sharp however large it is shown.</summary>
    public void Image(double x, double y, double w, double h, byte[] png)
        => _shapes.Append($"<image x=\"{P(x)}\" y=\"{P(y)}\" width=\"{P(w)}\" height=\"{P(h)}\" preserveAspectRatio=\"none\" ")
            .Append($"style=\"image-rendering:pixelated\" href=\"data:image/png;base64,{Convert.ToBase64String(png)}\"/>");

    /// <summary>A line across the drawing and a point on each curve, which the script of a page moves; unseen without one.</summary>
    /// <param name="along">Where numbers are from left to right.</param>
    /// <param name="across">Where they are upwards.</param>
    /// <param name="isOfTwo">Whether there are two curves.</param>
    public void Probe(Scale along, Scale across, bool isOfTwo)
    {
        _shapes.Append($"<g class=\"probe\" visibility=\"hidden\" data-along=\"{Ends(along)}\" data-across=\"{Ends(across)}\">");
        Line(0, across.To, 0, across.From, Role.Ink);
        if (isOfTwo) { Circle(0, 0, 4.5, Role.Paper, Role.Vermilion); }
        Circle(0, 0, 4.5, Role.Blue);
        _shapes.Append("</g>");

        static string Ends(Scale scale) => $"{P(scale.Low)} {P(scale.High)} {P(scale.From)} {P(scale.To)}";
    }

    /// <summary>The drawing within a page.</summary>
    /// <param name="summary">What it shows, for those who do not see it.</param>
    public string ToElement(string summary) => $"<svg viewBox=\"0 0 {P(width)} {P(height)}\" width=\"{P(width)}\" height=\"{P(height)}\" "
        + $"role=\"img\" aria-label=\"{WebUtility.HtmlEncode(summary)}\">{_shapes}</svg>";

    /// <summary>The drawing within a page as an ornament: what it shows is said beside it.</summary>
    public string ToPicture()
        => $"<svg viewBox=\"0 0 {P(width)} {P(height)}\" width=\"{P(width)}\" height=\"{P(height)}\" aria-hidden=\"true\">{_shapes}</svg>";

    /// <summary>The drawing moved into a larger one.</summary>
    public string ToPart(double x, double y) => $"<g transform=\"translate({P(x)} {P(y)})\">{_shapes}</g>";

    /// <summary>A file of drawings.</summary>
    public static string ToFile(double width, double height, string title, IEnumerable<string> parts)
        => $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {P(width)} {P(height)}\" width=\"{P(width)}\" height=\"{P(height)}\" "
            + $"font-family=\"{Font}\" font-size=\"12\"><title>{WebUtility.HtmlEncode(title)}</title>{Hatch(Palette.Light(Role.Axis))}"
            + $"<rect width=\"100%\" height=\"100%\" fill=\"{Palette.Light(Role.Paper)}\"/>{string.Concat(parts)}</svg>\n";

    /// <summary>The pattern of what is silent, once for all drawings of a page or file.</summary>
    public static string Hatch(string colour) => "<defs><pattern id=\"hatch\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" "
        + $"patternTransform=\"rotate(45)\"><path d=\"M0 0V4\" stroke=\"{colour}\" stroke-width=\"2.2\"/></pattern></defs>";

    private static string P(double value) => NumberText.Place(value);

    private static string Opacity(double opacity) => opacity == 1 ? "" : $" opacity=\"{P(opacity)}\"";

    private static string Dashes(string? dashes) => dashes is null ? "" : $" stroke-dasharray=\"{dashes}\"";

    private string Stroke(Role role, double thickness, string? dashes)
        => $"{Class(null, role)}{(thickness == 1 ? "" : $" stroke-width=\"{P(thickness)}\"")}{Dashes(dashes)}";

    private string Class(Role? fill, Role? stroke)
    {
        if (isFile)
        {
            return (fill is { } f ? $" fill=\"{Palette.Light(f)}\"" : stroke is null ? "" : " fill=\"none\"")
                + (stroke is { } s ? $" stroke=\"{Palette.Light(s)}\"" : "");
        }
        IEnumerable<string> classes = ((string?[])
        [
            fill is null && stroke is not null ? "n" : null,
            fill is { } role ? $"f-{Palette.NameOf(role)}" : null,
            stroke is { } line ? $"s-{Palette.NameOf(line)}" : null,
        ]).OfType<string>();
        return $" class=\"{string.Join(' ', classes)}\"";
    }
}
