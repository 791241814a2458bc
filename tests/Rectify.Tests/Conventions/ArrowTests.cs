using System.Text.RegularExpressions;

namespace Rectify.Tests.Conventions;

/// <summary>Rooms of core know only the rooms before them.</summary>
public sealed partial class ArrowTests
{
    /// <summary>Which rooms each room may use.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        // Beside the rooms, for all of them.
        [""] = [],
        ["Kernels"] = [],
        ["Activations"] = ["Kernels"],
        ["Layers"] = ["Kernels", "Activations"],
        ["Networks"] = ["Kernels", "Activations", "Layers"],
        ["Data"] = ["Kernels"],
        ["Models"] = ["Kernels", "Activations", "Layers", "Networks", "Data"],
        ["Training"] = ["Kernels", "Activations", "Layers", "Networks", "Data", "Models"],
        ["Health"] = ["Kernels", "Activations", "Layers", "Networks", "Data", "Models", "Training"],
        ["Comparisons"] = ["Kernels", "Activations", "Layers", "Networks", "Data", "Models", "Training", "Health"],
    };

    private static IEnumerable<SourceFile> Core => Repository.Sources.Where(file => file.Path.StartsWith("src/Rectify/"));

    [Fact]
    public void Every_file_of_core_is_in_a_room_and_in_its_namespace()
        => Assert.All(Core, file =>
        {
            Assert.Contains(file.Room, Allowed.Keys);
            Assert.Contains(file.Room == "" ? "namespace Rectify;" : $"namespace Rectify.{file.Room};", file.Lines);
        });

    [Fact]
    public void Rooms_use_only_the_rooms_before_them()
        => Assert.Empty(
            from file in Core
            from line in file.Code
            from Match name in RoomName.Matches(line)
            let used = name.Groups["room"].Value
            where used != file.Room && !Allowed[file.Room].Contains(used)
            select $"{file}: {file.Room} may not use {used}: {line.Trim()}");

    [Fact]
    public void The_arrows_have_no_circle()
        => Assert.All(Allowed, room => Assert.All(room.Value, used => Assert.DoesNotContain(room.Key, Allowed[used])));

    [Fact]
    public void Core_refers_to_no_other_project()
        => Assert.DoesNotContain("ProjectReference", File.ReadAllText(Repository.PathOf("src/Rectify/Rectify.csproj")));

    [Fact]
    public void Reports_refer_to_core_alone()
    {
        string project = File.ReadAllText(Repository.PathOf("src/Rectify.Reports/Rectify.Reports.csproj"));
        Assert.Equal(1, Regex.Count(project, "ProjectReference"));
        Assert.Contains("../Rectify/Rectify.csproj", project);
        Assert.DoesNotContain("PackageReference", project);
    }

    [GeneratedRegex(@"\bRectify\.(?<room>Kernels|Activations|Layers|Networks|Data|Models|Training|Health|Comparisons)\b")]
    private static partial Regex RoomName { get; }
}
