using System.Text.RegularExpressions;

namespace Rectify.Tests.Conventions;

/// <summary>What is true of every C# file.</summary>
public sealed partial class FileTests
{
    private const int MostLines = 300, MostColumns = 140;

    [Fact]
    public void Unsafe_code_and_registers_are_only_in_kernels_and_where_limits_and_errors_are_measured()
        => Assert.Empty(
            from file in Repository.Sources
            where (file.Path.StartsWith("src/") && file.Room != "Kernels")
                || (file.Path.StartsWith("benchmarks/Rectify.Benchmarks/") && !file.Path.Contains("/Limits/"))
            from line in file.Code
            where UnsafeCode.IsMatch(line)
            select $"{file}: {line.Trim()}");

    [Fact]
    public void Projects_other_than_core_its_tests_and_benchmarks_cannot_have_unsafe_code()
        => Assert.Empty(
            from path in Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            where Path.GetFileName(path) is not ("Rectify.csproj" or "Rectify.Tests.csproj" or "Rectify.Benchmarks.csproj")
                && File.ReadAllText(path).Contains("<AllowUnsafeBlocks>true")
            select path);

    // Else a small method may take in the loop, and there is no room in it for the operations on lanes: they become calls.
    [Fact]
    public void What_is_compiled_at_once_is_compiled_alone()
        => Assert.Equal(
            ["src/Rectify/Kernels/Compiled.cs"],
            from file in Repository.Sources
            where $"{file}".StartsWith("src/Rectify/", StringComparison.Ordinal)
                && file.Lines.Any(line => line.Contains("MethodImplOptions.AggressiveOptimization"))
            select $"{file}");

    [Fact]
    public void A_file_has_at_most_300_lines()
        => Assert.DoesNotContain(Repository.Sources, file => file.Lines.Length > MostLines);

    [Fact]
    public void A_line_has_at_most_140_columns()
        => Assert.Empty(
            from file in Repository.Sources.Append(Repository.Script)
            from line in file.Lines.Index()
            where line.Item.Length > MostColumns
            select $"{file}:{line.Index + 1} has {line.Item.Length}");

    [Fact]
    public void A_file_holds_one_type_and_is_named_after_it()
        => Assert.Empty(
            from file in Repository.Sources
            where file.Name != "Program" && !file.Types.SequenceEqual([file.Name])
            select $"{file} holds {string.Join(", ", file.Types)}");

    [Fact]
    public void A_type_is_named_after_what_it_is()
        => Assert.Empty(
            from file in Repository.Sources
            from type in file.Types
            where EmptyWord.IsMatch(type)
            select $"{file}: {type}");

    [GeneratedRegex(@"\b(unsafe|fixed \(|NativeMemory)\b|\bUnsafe\.|\bSystem\.Runtime\.Intrinsics\b|\w\* \w+ = stackalloc\b")]
    private static partial Regex UnsafeCode { get; }

    // As a word of a type's name: DataManager, not Managerial.
    [GeneratedRegex("(Helper|Manager|Util|Base|Impl)s?(?![a-z])")]
    private static partial Regex EmptyWord { get; }
}
