using Rectify.Data;
using Rectify.Tests.Data.Images;

namespace Rectify.Tests.Data;

public sealed class FilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_folder_is_made_with_those_that_it_lies_in()
    {
        string path = Path.Combine(_folder.Path, "runs", "0001");
        Files.MakeFolder(path);
        Assert.True(Directory.Exists(path));
        Files.MakeFolder(path);
    }

    [Fact]
    public void Lines_are_written_at_the_end_of_a_file()
    {
        string path = _folder.Write("log", "first\n"u8.ToArray());
        using (FileStream file = Files.Append(path)) { Files.AppendLine(file, "größer"); }
        using (FileStream file = Files.Append(path)) { Files.AppendLine(file, "last"); }
        Assert.Equal("first\ngrößer\nlast\n", File.ReadAllText(path));
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_beside_it()
    {
        string path = _folder.Write("model", [1, 2]);
        Assert.Throws<DataException>(() => Files.Replace(path, stream =>
        {
            stream.WriteByte(3);
            throw new IOException("The disk is full.");
        }));
        Assert.Equal([1, 2], File.ReadAllBytes(path));
        Files.Replace(path, stream => stream.WriteByte(4));
        Assert.Equal([4], File.ReadAllBytes(path));
        Assert.Equal(path, Assert.Single(Directory.GetFiles(_folder.Path)));
    }

    [Fact]
    public void What_the_system_refuses_has_its_sentence()
    {
        string file = _folder.Write("file", []), within = Path.Combine(file, "within"), absent = Path.Combine(_folder.Path, "no", "file");
        Assert.StartsWith($"The folder {within} cannot be made: ", Message(() => Files.MakeFolder(within)));
        Assert.Equal($"{absent} cannot be written: its folder is not there.", Message(() => Files.Append(absent).Dispose()));
        Assert.Equal($"There is no file {absent}.", Message(() => Files.ReadAllBytes(absent)));
        Assert.Equal($"{_folder.Path} is a folder, not a file.", Message(() => Files.ReadAllBytes(_folder.Path)));
    }

    public void Dispose() => _folder.Dispose();

    private static string Message(Action action) => Assert.Throws<DataException>(action).Message;
}
