// Written by `dotnet dev.cs coefficients`, never by hand: benchmarks/Rectify.Accuracy/Coefficients says how.
namespace Rectify.Kernels;

/// <summary>Constants of the elementary functions, fitted in double precision and rounded.</summary>
internal static class Coefficients
{
    /// <summary>(eʳ − 1 − r)/r² for |r| ≤ ln 2/16, and a little beyond.</summary>
    public const float
        Exp0 = 0.5f,
        Exp1 = 0.166680306f,
        Exp2 = 0.0416690223f;

    /// <summary>The same for |r| ≤ ½·ln 2.</summary>
    public const float
        ExpM10 = 0.5f,
        ExpM11 = 0.166665196f,
        ExpM12 = 0.0416664183f,
        ExpM13 = 0.00836881995f,
        ExpM14 = 0.001393919f;

    /// <summary>(artanh(z)/z − 1)/z² for z in [0, ⅓], in powers of z².</summary>
    public const float
        Artanh0 = 0.333333373f,
        Artanh1 = 0.199994743f,
        Artanh2 = 0.143076062f,
        Artanh3 = 0.10721942f,
        Artanh4 = 0.121226363f;

    /// <summary>2^(j/8) for j = 0 … 7, rounded, and what rounding lost.</summary>
    public static ReadOnlySpan<float> PowersOfEighths =>
    [
        1f, 1.09050775f, 1.18920708f, 1.29683959f,
        1.41421354f, 1.54221082f, 1.68179286f, 1.8340081f,
        0f, -1.30775399E-08f, 3.79763527E-08f, -4.01899953E-08f,
        2.4203235E-08f, 8.07090483E-09f, -2.47553267E-08f, -1.1239278E-08f,
    ];

    /// <summary>Φ(−a)·e^(a²/2) by the exponent of (a + 1)²: centres, values there, polynomials.</summary>
    public static ReadOnlySpan<float> NormalTail =>
    [
        0.707113504f, 1.41423023f, 2.41433907f, 3.82847357f,
        5.82843256f, 8.65706444f, 12.6568813f, 0.207109064f,
        0.307843953f, 0.213790178f, 0.145341277f, 0.0982046276f,
        0.0665887594f, 0.045491077f, 0.0313266106f, 0.427023232f,
        -0.181261659f, -0.0965937451f, -0.0480391569f, -0.0229684599f,
        -0.0108341873f, -0.00512309559f, -0.00244508754f, -0.310501903f,
        0.0898357034f, 0.0385922119f, 0.0146792596f, 0.00513526239f,
        0.0017212244f, 0.000570058182f, 0.000189714949f, 0.181357756f,
        -0.0392462425f, -0.0140052503f, -0.00419951044f, -0.00110276882f,
        -0.000267398369f, -6.26979672E-05f, -1.46343655E-05f, -0.0909794867f,
        0.0155200912f, 0.00469549f, 0.00113454321f, 0.000228164237f,
        4.06366671E-05f, 6.81128358E-06f, 1.1211182E-06f, 0.0406267531f,
        -0.00564699806f, -0.00147184019f, -0.000291728444f, -4.57086826E-05f,
        -6.06155754E-06f, -7.32934552E-07f, -8.55023075E-08f, -0.0165530331f,
        0.00194639969f, 0.000445890735f, 7.43216733E-05f, 9.29400267E-06f,
        9.36164668E-07f, 8.27570332E-08f, 6.8954864E-09f, 0.00626804586f,
        -0.00065973727f, -0.000126431987f, -1.74644611E-05f, -1.73903345E-06f,
        -1.33663207E-07f, -8.67854855E-09f, -5.20026522E-10f, -0.00165890739f,
    ];
}
