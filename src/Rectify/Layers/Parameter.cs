namespace Rectify.Layers;

/// <summary>A named matrix of numbers that belongs to a layer; once in a network, a view into the network's one row of weights.</summary>
/// <remarks>Weights lie input-major: one row per input, one column per output.</remarks>
public sealed class Parameter
{
    private Memory<float> _value;

    /// <param name="name">Unique in its layer, e.g. weight.</param>
    /// <param name="role">What it does.</param>
    /// <param name="rows">Inputs of a weight; 1 for a row of biases, slopes or statistics.</param>
    /// <param name="columns">Outputs.</param>
    /// <param name="start">Where every number but a weight starts.</param>
    /// <exception cref="ArgumentException">There are no rows or no columns.</exception>
    public Parameter(string name, ParameterRole role, int rows, int columns, float start = 0)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (rows < 1 || columns < 1)
        {
            throw new ArgumentException($"A {name} of {rows}x{columns} is out of range: it takes 1x1 or more.");
        }
        (Name, Role, Rows, Columns, Start, FanOut) = (name, role, rows, columns, start, columns);
    }

    public string Name { get; }
    public ParameterRole Role { get; }
    public int Rows { get; }
    public int Columns { get; }
    public int Length => Rows * Columns;

    /// <summary>How many outputs an input of a weight reaches: its columns, unless it is used at several places.</summary>
    public int FanOut { get; init; }

    /// <summary>The value before training of every number that is not drawn.</summary>
    public float Start { get; }

    /// <summary>Where it begins in the network's row of weights.</summary>
    public int Offset { get; private set; } = -1;

    public Span<float> Value => Offset >= 0
        ? _value.Span
        : throw new InvalidOperationException($"The {Name} has no values yet: put its layer into a network first.");

    internal void Bind(Memory<float> row, int offset)
    {
        if (Offset >= 0)
        {
            throw new InvalidOperationException($"This {Name} already belongs to a network: make a new layer for each network.");
        }
        (_value, Offset) = (row.Slice(offset, Length), offset);
    }
}
