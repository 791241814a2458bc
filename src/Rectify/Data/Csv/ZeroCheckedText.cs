namespace Rectify.Data;

/// <summary>Passes text through and stops at a zero character, which no text holds.</summary>
internal sealed class ZeroCheckedText(TextReader text, string name) : TextReader
{
    private int _line = 1;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <exception cref="DataException">A zero character is met.</exception>
    public override int Read(Span<char> buffer)
    {
        int count = text.Read(buffer);
        Span<char> read = buffer[..count];
        int zero = read.IndexOf('\0');
        if (zero >= 0)
        {
            int line = _line + read[..zero].Count('\n');
            throw new DataException($"{name} line {line} holds a zero byte, which no text does. Save the table as CSV text.");
        }
        _line += read.Count('\n');
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) { text.Dispose(); }
        base.Dispose(disposing);
    }
}
