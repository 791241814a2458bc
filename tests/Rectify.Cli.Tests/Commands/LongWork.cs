namespace Rectify.Cli.Tests.Commands;

/// <summary>A network of eight million weights and a table of many rows: with both every command has minutes to do.</summary>
public sealed class LongWork : IDisposable
{
    public const string Rows = "many.csv", Model = "heavy";

    public LongWork()
    {
        Here.Write(Rows, ["x,y,class", .. Enumerable.Range(0, 200_000).Select(i => $"{i % 101},{i % 97},{i % 2}")]);
        Here.Run("train", "moons", "--epochs", "0", "--hidden", "2048,2048,2048", "--out", Model).Succeeds();
    }

    internal Workplace Here { get; } = new();

    public void Dispose() => Here.Dispose();
}
