using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Rectify.Faults;

/// <summary>Core as the compiler sees it, kept in memory, so that a changed file costs a second.</summary>
internal sealed class Core
{
    /// <summary>Its folder, from the root of the repository.</summary>
    public const string Folder = "src/Rectify";

    private readonly CSharpCompilation _compilation;
    private readonly Dictionary<string, SyntaxTree> _files;

    private Core(CSharpCompilation compilation, Dictionary<string, SyntaxTree> files) => (_compilation, _files) = (compilation, files);

    /// <summary>The files that people write, from <see cref="Folder"/>, with slashes.</summary>
    public IEnumerable<string> Paths => _files.Keys.Order(StringComparer.Ordinal);

    /// <summary>Reads all files, as the build compiles them.</summary>
    public static Core Read()
    {
        string project = Path.GetFullPath(Folder);
        CSharpCommandLineArguments arguments = CSharpCommandLineParser.Default.Parse(CompilerLine.Of(project), project, sdkDirectory: null);

        // What a fault makes the compiler warn of is no matter here, and so is what might be null.
        CSharpParseOptions parsing = arguments.ParseOptions.WithDocumentationMode(DocumentationMode.None)
            .WithFeatures([new("run-nullable-analysis", "never")]);
        CSharpCompilationOptions options = arguments.CompilationOptions.WithGeneralDiagnosticOption(ReportDiagnostic.Suppress)
            .WithSpecificDiagnosticOptions([]).WithConcurrentBuild(false);

        SyntaxTree[] trees =
        [
            .. arguments.SourceFiles.Select(file => CSharpSyntaxTree.ParseText(
                SourceText.From(File.ReadAllText(file.Path)), parsing, file.Path)),
        ];
        var references = arguments.MetadataReferences.Select(reference => MetadataReference.CreateFromFile(reference.Reference));
        return new(
            CSharpCompilation.Create(arguments.CompilationName, trees, references, options),
            trees.Where(tree => !IsMade(Relative(tree))).ToDictionary(Relative));

        string Relative(SyntaxTree tree) => Path.GetRelativePath(project, tree.FilePath).Replace('\\', '/');
    }

    /// <summary>The code of a file.</summary>
    public SyntaxTree this[string path] => _files[path];

    /// <summary>The assembly with a fault in it, or without; null where it does not compile.</summary>
    public byte[]? Compile(Fault? fault)
    {
        CSharpCompilation changed = _compilation;
        if (fault is not null)
        {
            SyntaxTree tree = _files[fault.Path];
            SourceText text = tree.GetText().WithChanges(new TextChange(fault.Span, fault.Replacement));
            changed = changed.ReplaceSyntaxTree(tree, tree.WithChangedText(text));
        }
        using MemoryStream assembly = new();
        return changed.Emit(assembly).Success ? assembly.ToArray() : null;
    }

    private static bool IsMade(string path)
        => path.StartsWith("obj/", StringComparison.Ordinal) || path.EndsWith(".g.cs", StringComparison.Ordinal);
}
