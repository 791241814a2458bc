namespace Rectify.Accuracy;

/// <summary>The largest errors of other libraries, in units in the last place, as measured once: they do not change with ours.</summary>
internal static class PeerErrors
{
    private static readonly (string Name, string Libtorch, string OnnxRuntime, string TensorPrimitives)[] s_all =
    [
        ("elu", "1.0", "16,777,000", ""),
        ("selu", "1.6", "16,777,000", ""),
        ("celu", "1.0", "", ""),
        ("gelu", "3,521,000", "654,000", ""),
        ("gelu-tanh", "4,839,000", "21,928,000", ""),
        ("silu", "2.3", "", ""),
        ("mish", "2.7", "141", ""),
        ("softplus", "1.5", "4.1", ""),
        ("log-sigmoid", "1.5", "", ""),
        ("sigmoid", "2.5", "56,679,000", "3.4"),
        ("tanh", "0.51", "5.2", "unbounded near 0"),
        ("exp", "0.56", "0.86", "2.3"),
        ("expm1", "1.0", "", "unbounded near 0"),
    ];

    /// <summary>The cells of a row.</summary>
    public static string Of(string name)
    {
        var found = s_all.FirstOrDefault(peer => peer.Name == name);
        return $"{found.Libtorch} | {found.OnnxRuntime} | {found.TensorPrimitives}";
    }
}
