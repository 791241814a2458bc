using Rectify.Data;
using Rectify.Models;

namespace Rectify.Training;

/// <summary>Where a run stands between two steps: all that it needs to go on as if it had never stopped, to the last bit.</summary>
/// <remarks>
/// Told by <see cref="TrainingEvent.CheckpointReached"/>, it looks at the memory of the run: save it then, for a step later it no
/// longer holds. One that was loaded has memory of its own.
/// </remarks>
public sealed class Checkpoint
{
    private const string Format = "rectify-checkpoint", Version = "1";
    private const string NotePrefix = "note_";
    private static readonly string[] RowNames = ["weights", "best", "first_moment", "second_moment"];

    // In the order of RowNames.
    private readonly ReadOnlyMemory<float>[] _rows;
    private readonly RunMark _mark;
    private readonly Dictionary<string, Func<string>> _notes = [];

    /// <param name="mark">Which run it is of.</param>
    /// <param name="position">How far it is.</param>
    /// <param name="weights">The network's row.</param>
    /// <param name="best">The same of the best epoch.</param>
    /// <param name="optimizer">What the optimizer remembers.</param>
    internal Checkpoint(
        RunMark mark, TrainingPosition position, ReadOnlyMemory<float> weights, ReadOnlyMemory<float> best, OptimizerState optimizer)
        : this(mark, position, [weights, best, optimizer.First, optimizer.Second])
    {
    }

    private Checkpoint(RunMark mark, TrainingPosition position, ReadOnlyMemory<float>[] rows)
        => (_mark, Position, _rows) = (mark, position, rows);

    /// <summary>Whole epochs that are done.</summary>
    public int Epochs => Position.Epochs;

    /// <summary>Steps that are done.</summary>
    public long Steps => Position.Steps;

    /// <summary>Whether the run had diverged: this is its best epoch before that, and nothing is remembered of any step.</summary>
    public bool HasDiverged => Position.HasDiverged;

    internal TrainingPosition Position { get; }

    /// <summary>Lets an observer keep what it knows beside the run's own state, to be had back when the run is resumed.</summary>
    /// <param name="name">The observer's own.</param>
    /// <param name="text">Asked for when, and only when, the checkpoint is saved.</param>
    public void Note(string name, Func<string> text)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        _notes[name] = text;
    }

    /// <summary>What an observer kept, or null.</summary>
    public string? NoteOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _notes.GetValueOrDefault(name)?.Invoke();
    }

    /// <summary>Writes beside the file, flushes to disk and renames, so that there is a whole checkpoint at every moment.</summary>
    /// <exception cref="DataException">The place cannot be written to.</exception>
    public void Save(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        Dictionary<string, string> texts = new()
        {
            ["format"] = Format, ["version"] = Version, ["network"] = _mark.Network, ["data"] = _mark.Data,
        };
        foreach ((string name, string text) in Position.ToTexts()) { texts[name] = text; }
        foreach ((string name, Func<string> text) in _notes) { texts[NotePrefix + name] = text(); }
        SafetensorsFile.Tensor[] tensors =
            [.. _rows.Zip(RowNames, (row, name) => new SafetensorsFile.Tensor(name, [row.Length], row))];
        new SafetensorsFile(texts, tensors).Write(path);
    }

    /// <exception cref="DataException">There is no such file, or it is no checkpoint, or was altered.</exception>
    public static Checkpoint Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        SafetensorsFile file = SafetensorsFile.Read(path);
        if (!file.IsChecked || file.Texts.GetValueOrDefault("format") != Format) { throw Unreadable("it is not one"); }
        if (file.Texts.GetValueOrDefault("version") != Version) { throw Unreadable("another version of Rectify wrote it"); }
        try
        {
            ReadOnlyMemory<float>[] rows = [.. RowNames.Select(name => file.Tensors.Single(tensor => tensor.Name == name).Values)];
            RunMark mark = new(file.Texts["network"], file.Texts["data"]);
            Checkpoint checkpoint = new(mark, TrainingPosition.OfTexts(file.Texts), rows);
            foreach ((string name, string text) in file.Texts.Where(t => t.Key.StartsWith(NotePrefix, StringComparison.Ordinal)))
            {
                checkpoint.Note(name[NotePrefix.Length..], () => text);
            }
            return checkpoint;
        }
        catch (Exception e) when (e is FormatException or OverflowException or KeyNotFoundException or InvalidOperationException)
        {
            throw Unreadable(e.Message.TrimEnd('.'));
        }

        DataException Unreadable(string why)
            => new($"{path} is not a checkpoint that can be read: {why}. Train again, or take an unchanged copy.");
    }

    /// <summary>Puts weights and moments back to where they were.</summary>
    /// <exception cref="ArgumentException">They are of another network, or of other data.</exception>
    internal void CopyTo(RunMark mark, Span<float> weights, Span<float> best, OptimizerState optimizer)
    {
        if (mark.Network != _mark.Network)
        {
            throw new ArgumentException("The checkpoint is of another network than the one that is to be trained. Train again.");
        }
        if (mark.Data != _mark.Data)
        {
            throw new ArgumentException(
                "The data are no longer those that the run began with, so it cannot go on from its checkpoint. "
                + "Put the old data back, or train again.");
        }
        if (_rows[0].Length != weights.Length || _rows[1].Length != best.Length
            || _rows[2].Length != optimizer.First.Length || _rows[3].Length != optimizer.Second.Length)
        {
            throw new ArgumentException("The checkpoint does not hold as many numbers as the network has. Train again.");
        }
        _rows[0].Span.CopyTo(weights);
        _rows[1].Span.CopyTo(best);
        _rows[2].Span.CopyTo(optimizer.First.Span);
        _rows[3].Span.CopyTo(optimizer.Second.Span);
        (optimizer.FirstPower, optimizer.SecondPower) = (Position.FirstPower, Position.SecondPower);
    }
}
