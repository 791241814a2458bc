using Rectify.Data;
using Rectify.Models;

namespace Rectify.Training;

/// <summary>
/// From a table to a trained model: which columns become inputs, which rows train, validate and test, the pipeline learned
/// on the training rows, the network and its start. Making one decides all that and trains nothing yet.
/// </summary>
public sealed class TableTraining : ModelTraining
{
    /// <param name="table">The rows.</param>
    /// <param name="target">The column to learn; "last" is the last one. For reconstruction a column to leave out, or null.</param>
    /// <param name="options">What was chosen; the defaults where null.</param>
    /// <param name="testTable">A table of its own to test on; part of <paramref name="table"/> where null.</param>
    /// <exception cref="DataException">The target cannot be learned from this table, or the test table lacks columns.</exception>
    /// <exception cref="ArgumentException">Two options contradict each other.</exception>
    public TableTraining(Table table, string? target, TrainOptions? options = null, Table? testTable = null)
        : this(TableData.Make(table, target, (options ?? new()).OfData, testTable), options ?? new()) { }

    private TableTraining(TableData data, TrainOptions options) : base(data, options) => Plan = data.Plan;

    public TablePlan Plan { get; }

    /// <summary>
    /// A model trained on a table, in one call. Make a <see cref="TableTraining"/> to watch it, or to score it on rows held back.
    /// </summary>
    /// <inheritdoc cref="TableTraining(Table, string?, TrainOptions?, Table?)"/>
    public static Model Train(Table table, string? target, TrainOptions? options = null)
    {
        TableTraining training = new(table, target, options);
        training.Run();
        return training.Model;
    }
}
