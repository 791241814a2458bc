using System.Numerics.Tensors;
using System.Reflection;

namespace Rectify.Benchmarks;

/// <summary>The platform's own vector functions; they run on their caller alone.</summary>
internal sealed class PrimitivesPeer : Peer
{
    private delegate void Function(ReadOnlySpan<float> input, Span<float> output);

    /// <summary>What it has, by the names of the catalog.</summary>
    private static readonly Dictionary<string, Function> Functions = new()
    {
        ["relu"] = static (input, output) => TensorPrimitives.Max(input, 0, output),
        ["relu6"] = static (input, output) => TensorPrimitives.Clamp(input, 0, 6, output),
        ["sigmoid"] = TensorPrimitives.Sigmoid,
        ["tanh"] = TensorPrimitives.Tanh,
        ["identity"] = static (input, output) => input.CopyTo(output),
    };

    public override string Name => "TensorPrimitives";

    public override string Version
    {
        get
        {
            var version = typeof(TensorPrimitives).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!;
            return $"System.Numerics.Tensors {version.InformationalVersion.Split('+')[0]}";
        }
    }

    public override Contender? Forward(ActivationCase activation, int threads)
        => Run(activation, threads, activation.Buffers.Input, activation.Buffers.Output);

    public override Contender? InPlace(ActivationCase activation, int threads)
        => Run(activation, threads, activation.Buffers.Kept, activation.Buffers.Kept);

    private Contender? Run(ActivationCase activation, int threads, Memory<float> input, Memory<float> output)
        => threads == 1 && Functions.TryGetValue(activation.Name, out Function? function)
            ? new(Name, activation.Length, () => function(input.Span, output.Span))
            : null;
}
