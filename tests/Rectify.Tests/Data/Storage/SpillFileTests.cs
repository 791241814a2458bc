using Rectify.Data;

namespace Rectify.Tests.Data.Storage;

public sealed class SpillFileTests
{
    [Fact]
    public void It_has_no_name_that_could_be_left_behind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows removes it when it is closed.");
        string[] before = Names();
        SpillFile file = SpillFile.Create("table.csv");
        file.Write([1, 2, 3], offset: 5);

        // Those of other tests have a name for a moment, and none when they are looked for.
        Assert.DoesNotContain(Names().Except(before), File.Exists);
        byte[] read = new byte[2];
        file.Read(read, offset: 6);
        Assert.Equal([2, 3], read);
    }

    [Fact]
    public void What_no_disk_can_hold_is_refused_before_anything_is_written() => Assert.StartsWith(
        $"table.csv does not fit into memory, and {SpillFile.Folder} has no place for a temporary file of 1000000000 GB: ",
        Assert.Throws<DataException>(() => SpillFile.Create("table.csv", length: 1_000_000_000_000_000_000)).Message);

    private static string[] Names() => Directory.GetFiles(SpillFile.Folder, "rectify-*");
}
