using System.Runtime.CompilerServices;

namespace Rectify.Data;

/// <summary>Arrays of numbers seen as rows of a table, whose columns are numbered from 1 as in a file without a header.</summary>
internal static class ArrayRows
{
    public const string Target = "target";

    /// <summary>A builder whose rows are the places in <paramref name="inputs"/>, with a column for each input.</summary>
    public static TableBuilder<int> Begin(float[][] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (Array.IndexOf(inputs, null) is >= 0 and int absent) { throw new DataException($"Row {absent} is null: give it numbers."); }
        int width = inputs.Length == 0 ? 0 : inputs[0].Length;
        int odd = Array.FindIndex(inputs, row => row.Length != width);
        if (odd >= 0)
        {
            throw new DataException($"Row {odd} has {inputs[odd].Length} inputs, but row 0 has {width}: give each row the same number.");
        }

        TableBuilder<int> builder = new(Table.DefaultName, Enumerable.Range(0, inputs.Length));
        for (int i = 0; i < width; i++)
        {
            int input = i;
            builder.Number($"{input + 1}", row => inputs[row][input]);
        }
        return builder;
    }

    public static void CheckTargets<T>(float[][] inputs, T[] targets, [CallerArgumentExpression(nameof(targets))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets, name);
        if (inputs.Length != targets.Length)
        {
            throw new DataException($"There are {inputs.Length} rows of inputs, but {targets.Length} targets: give one for each row.");
        }
    }
}
