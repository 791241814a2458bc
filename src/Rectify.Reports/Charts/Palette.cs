namespace Rectify.Reports.Charts;

/// <summary>The colours of all roles, in light and in dark.</summary>
/// <remarks>
/// Okabe and Ito 2008, of whose colours blue, vermilion, green and purple have a contrast of 3:1 on white; in the dark they are lighter.
/// </remarks>
internal static class Palette
{
    private static readonly (Role Role, string Light, string Dark)[] Colours =
    [
        (Role.Paper, "#ffffff", "#15181c"),
        (Role.Ink, "#1c2127", "#e4e8ec"),
        (Role.Muted, "#59626d", "#a3adb8"),
        (Role.Axis, "#8b95a1", "#6b7682"),
        (Role.Grid, "#e6e9ed", "#2b3138"),
        (Role.Blue, "#0072b2", "#56b4e9"),
        (Role.Vermilion, "#d55e00", "#f0844a"),
        (Role.Green, "#009e73", "#35c49b"),
        (Role.Purple, "#b0548f", "#d98fb9"),
    ];

    // matplotlib's cividis at tenths of its way; between them it is nearly straight.
    private static readonly (byte R, byte G, byte B)[] Cividis =
    [
        (0x00, 0x22, 0x4e), (0x12, 0x35, 0x70), (0x3b, 0x49, 0x6c), (0x57, 0x5d, 0x6d), (0x70, 0x71, 0x73),
        (0x8a, 0x86, 0x78), (0xa5, 0x9c, 0x74), (0xc3, 0xb3, 0x69), (0xe1, 0xcc, 0x55), (0xfe, 0xe8, 0x38),
    ];

    /// <summary>As a style sheet knows it: "blue".</summary>
    public static string NameOf(Role role) => role.ToString().ToLowerInvariant();

    public static string Light(Role role) => Colours.Single(colour => colour.Role == role).Light;

    /// <summary>Variables of a style sheet: --blue:#0072b2;…</summary>
    public static string Variables(bool dark)
        => string.Concat(Colours.Select(colour => $"--{NameOf(colour.Role)}:{(dark ? colour.Dark : colour.Light)};"));

    /// <summary>Classes that fill (f-blue) or draw (s-blue) in the colour of a role.</summary>
    public static string Classes() => string.Concat(Colours
        .Select(colour => NameOf(colour.Role))
        .Select(name => $".f-{name}{{fill:var(--{name})}}.s-{name}{{stroke:var(--{name})}}"));

    /// <summary>The colour of a share from 0 to 1, dark to bright: even in lightness, to colour-blind eyes too.</summary>
    public static (byte R, byte G, byte B) OfShare(double share)
    {
        double place = Math.Clamp(share, 0, 1) * (Cividis.Length - 1);
        int below = Math.Min((int)place, Cividis.Length - 2);
        double part = place - below;
        (byte R, byte G, byte B) a = Cividis[below], b = Cividis[below + 1];
        return (Between(a.R, b.R), Between(a.G, b.G), Between(a.B, b.B));

        byte Between(byte low, byte high) => (byte)Math.Round(low + part * (high - low));
    }

    /// <inheritdoc cref="OfShare"/>
    public static string HexOfShare(double share)
    {
        (byte r, byte g, byte b) = OfShare(share);
        return $"#{r:x2}{g:x2}{b:x2}";
    }
}
