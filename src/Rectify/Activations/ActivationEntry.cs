namespace Rectify.Activations;

/// <summary>An activation of the catalog: what is known of it, and how it is made from its settings.</summary>
public sealed class ActivationEntry
{
    private readonly Func<float[], Activation> _create;

    internal ActivationEntry(ActivationInfo info, Type definition, Func<float[], Activation> create)
        => (Info, Definition, _create) = (info, definition, create);

    public ActivationInfo Info { get; }

    /// <summary>The struct that defines it.</summary>
    public Type Definition { get; }

    /// <summary>The activation with the given settings, or with its defaults where none are given.</summary>
    /// <exception cref="ArgumentException">There are too few or too many settings, or one is out of range.</exception>
    public Activation Create(params ReadOnlySpan<float> settings) => _create(settings.ToArray());
}
