using System.Globalization;
using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>Which rows are learned from, which decide when to stop, and which are held back for the last word.</summary>
public sealed class Split
{
    /// <summary>The share of rows that validation and test each have unless told otherwise.</summary>
    public const double DefaultShare = 0.15;

    // Rows of neighbouring targets from which each part takes its share: 20, so that 15 % is a whole number of rows.
    private const int NeighbourCount = 20;

    private readonly List<int> _training = [], _validation = [], _test = [];

    private Split() { }

    /// <summary>Row numbers of the table, ascending.</summary>
    public IReadOnlyList<int> Training => _training;

    /// <inheritdoc cref="Training"/>
    public IReadOnlyList<int> Validation => _validation;

    /// <inheritdoc cref="Training"/>
    /// <remarks>Empty where the test share is 0: the test rows are then in a table of their own.</remarks>
    public IReadOnlyList<int> Test => _test;

    /// <summary>
    /// Draws the parts at random from the rows whose target is known: class by class for classification, so that each part
    /// is within one row of its share of every class; for regression from rows of neighbouring targets, so that each part
    /// has its share of small and large ones. A class of under 3 rows is in training only, and any class has a row there.
    /// </summary>
    /// <param name="plan">The rows and their classes.</param>
    /// <param name="seed">The same seed draws the same rows.</param>
    /// <param name="validation">The share of validation, 0 to below 1.</param>
    /// <param name="test">The share of the test; 0 where a separate table is the test.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is negative, or nothing is left for training.</exception>
    public static Split Make(TablePlan plan, ulong seed, double validation = DefaultShare, double test = DefaultShare)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Make(Groups(plan), seed, validation, test);
    }

    /// <summary>Draws the parts from rows in groups, of each of which every part gets its share.</summary>
    internal static Split Make(IEnumerable<int[]> groups, ulong seed, double validation, double test)
    {
        if (!(validation >= 0 && test >= 0 && validation + test < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(validation), string.Create(CultureInfo.InvariantCulture,
                    $"Validation {validation} and test {test} have to be shares of 0 or more, and below 1 together."));
        }

        Split split = new();
        Quota validationRows = new(validation), testRows = new(test);
        ulong stream = 0;
        foreach (int[] group in groups)
        {
            new Philox(seed, RandomPurpose.Split, stream++).Shuffle(group);
            int free = group.Length < TablePlan.LeastClassRows ? 0 : group.Length - 1;
            int tested = testRows.Take(group.Length, free), validated = validationRows.Take(group.Length, free - tested);
            split._test.AddRange(group[..tested]);
            split._validation.AddRange(group[tested..(tested + validated)]);
            split._training.AddRange(group[(tested + validated)..]);
        }
        split._training.Sort();
        split._validation.Sort();
        split._test.Sort();
        return split;
    }

    private static IEnumerable<int[]> Groups(TablePlan plan)
    {
        int[] rows = plan.Rows.ToArray();
        if (plan.Target is null) { return [rows]; }
        if (plan.Classes is Classes classes)
        {
            return Enumerable.Range(0, classes.Labels.Count).Select(label => rows.Where(row => classes.Codes[row] == label).ToArray());
        }
        float[] values = ((NumberColumn)plan.Target).Values.ToArray();
        Array.Sort(rows, (a, b) => values[a].CompareTo(values[b]) is var order and not 0 ? order : a.CompareTo(b));
        return rows.Chunk(NeighbourCount);
    }

    /// <summary>Hands out whole rows so that all groups together have their share, whatever is lost to rounding in each.</summary>
    private sealed class Quota(double share)
    {
        private double _owed;

        public int Take(int groupLength, int free)
        {
            _owed += share * groupLength;
            int taken = Math.Clamp((int)(_owed + 0.5), 0, free);
            // What a small class could not give is not taken from the next one.
            _owed = Math.Clamp(_owed - taken, -0.5, 0.5);
            return taken;
        }
    }
}
