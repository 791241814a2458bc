namespace Rectify.Trials;

/// <summary>A CSV file with more cells than the process has room for.</summary>
internal sealed class LargerTable : LargerThanMemory
{
    private const int Rows = 4_000_000, Columns = 270, CellBytes = sizeof(float);
    private const string File = "larger.csv";

    // "99,": two digits at most, so that writing and reading the text does not take longer than need be.
    private const int MostText = 3;

    public override string Name => "larger-table";

    public override string Summary => $"{What} in a CSV file are learned by a process that has not as many bytes of addresses.";

    protected override string What => $"{Rows:N0} rows of {Columns + 1} columns";

    protected override long InMemory => (long)Rows * (Columns + 1) * CellBytes;

    protected override long OnDisk => 2 * InMemory + (long)Rows * (Columns * MostText + 4);

    protected override string[] Arguments => [File, "--target", "class"];

    protected override void Make(WorkFolder folder, Progress progress, CancellationToken cancellation)
    {
        using FileStream file = new(folder.PathOf(File), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 20);
        file.Write([.. string.Concat(Enumerable.Range(1, Columns).Select(column => $"c{column},")).Select(c => (byte)c), .. "class\n"u8]);
        byte[] line = new byte[MostText * Columns + "yes\n".Length];
        uint state = 1;
        for (int row = 0; row < Rows; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            file.Write(line.AsSpan(0, WriteRow(line, ref state)));
            if (progress.IsDue) { progress.Say($"{row:N0} of {Rows:N0} rows written"); }
        }
    }

    // The class follows from the first two numbers; the others say nothing.
    private static int WriteRow(Span<byte> line, ref uint state)
    {
        int length = 0;
        uint sum = 0;
        for (int column = 0; column < Columns; column++)
        {
            // Numerical Recipes' generator; the upper bits are the random ones.
            state = state * 1664525 + 1013904223;
            uint number = (state >> 16) % 100;
            if (column < 2) { sum += number; }
            if (number >= 10) { line[length++] = (byte)('0' + number / 10); }
            line[length++] = (byte)('0' + number % 10);
            line[length++] = (byte)',';
        }
        ReadOnlySpan<byte> label = sum > 99 ? "yes\n"u8 : "no\n"u8;
        label.CopyTo(line[length..]);
        return length + label.Length;
    }
}
