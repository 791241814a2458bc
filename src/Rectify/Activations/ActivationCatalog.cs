namespace Rectify.Activations;

/// <summary>Every activation, once. The command line, layers, documents and tests all read this list.</summary>
public static class ActivationCatalog
{
    public static IReadOnlyList<ActivationEntry> All { get; } =
    [
        Entry<Relu>(),
        Entry<LeakyRelu>(),
        Sloped<PRelu>(),
        Sloped<RRelu>(),
        Entry<Elu>(),
        Entry<Gelu>(),
        Entry<Relu6>(),
        Entry<Selu>(),
        Entry<Celu>(),
        Entry<GeluTanh>(),
        Entry<Silu>(),
        Entry<Mish>(),
        Entry<Softplus>(),
        Entry<Softsign>(),
        Entry<HardSigmoid>(),
        Entry<HardSwish>(),
        Entry<SquaredRelu>(),
        Entry<Sigmoid>(),
        Entry<Tanh>(),
        Entry<LogSigmoid>(),
        Entry<Identity>(),
    ];

    /// <summary>The entry called <paramref name="name"/>.</summary>
    /// <exception cref="ArgumentException">There is none; the message names the nearest and lists all.</exception>
    public static ActivationEntry Find(string name)
        => All.FirstOrDefault(entry => entry.Info.Name == name)
        ?? throw Spelling.Unknown("activation", name, All.Select(entry => entry.Info.Name));

    private static ActivationEntry Entry<TDefinition>() where TDefinition : struct, IActivation<TDefinition>
        => new(TDefinition.Info, typeof(TDefinition), settings => Activation.Of<TDefinition>(settings));

    private static ActivationEntry Sloped<TDefinition>() where TDefinition : struct, ISlopedActivation<TDefinition>
        => new(TDefinition.Info, typeof(TDefinition), settings => SlopedActivation.Of<TDefinition>(settings));
}
