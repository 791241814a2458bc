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
            CSharpCompilation.Create(
                arguments.CompilationName, [.. trees, CSharpSyntaxTree.ParseText(Switchboard.Code, parsing)], references, options),
            trees.Where(tree => !IsMade(Relative(tree))).ToDictionary(Relative));

        string Relative(SyntaxTree tree) => Path.GetRelativePath(project, tree.FilePath).Replace('\\', '/');
    }

    /// <summary>The code of a file.</summary>
    public SyntaxTree this[string path] => _files[path];

    /// <summary>The assembly as it is.</summary>
    public byte[]? Compile() => Emit(_compilation);

    /// <summary>The assembly with a fault in it; null where it does not compile.</summary>
    public byte[]? Compile(Fault fault)
    {
        SyntaxTree tree = _files[fault.Path];
        CSharpCompilation changed = Change(tree, tree.GetText().WithChanges(new TextChange(fault.Span, fault.Replacement)), out var errors);
        return errors.Length == 0 ? Emit(changed) : null;
    }

    /// <summary>The assembly with as many faults of one file as can be behind switches beside each other; null where none can.</summary>
    /// <param name="faults">In the order of the file.</param>
    public Planting? Plant(IReadOnlyList<Fault> faults)
    {
        List<Fault> planted = [], deferred = [];
        foreach (Fault fault in faults.Where(fault => fault.Site is not null).OrderBy(fault => fault.Site!.Span.Start))
        {
            bool isFree = planted.Count == 0 || planted[^1].Site!.Span.End <= fault.Site!.Span.Start;
            (isFree ? planted : deferred).Add(fault);
        }

        // A switch may stand where none can, as in a constant: it is the one that the compiler complains of.
        while (planted.Count > 0)
        {
            SyntaxTree tree = _files[planted[0].Path];
            Switchboard switches = Switchboard.Of(tree.GetText(), planted);
            CSharpCompilation changed = Change(tree, switches.Text, out TextSpan[] errors);
            if (errors.Length == 0) { return Emit(changed) is { } assembly ? new(assembly, planted, deferred) : null; }

            HashSet<int> blamed = [.. errors.Select(switches.At).Where(index => index >= 0)];
            if (blamed.Count == 0) { return null; }
            planted = [.. planted.Where((_, index) => !blamed.Contains(index))];
        }
        return null;
    }

    // The errors of the changed file alone, which are quickly found: others can hardly have any.
    private CSharpCompilation Change(SyntaxTree tree, SourceText text, out TextSpan[] errors)
    {
        SyntaxTree other = tree.WithChangedText(text);
        CSharpCompilation changed = _compilation.ReplaceSyntaxTree(tree, other);
        errors =
        [
            .. from diagnostic in changed.GetSemanticModel(other).GetDiagnostics()
               where diagnostic.Severity == DiagnosticSeverity.Error
               select diagnostic.Location.SourceSpan,
        ];
        return changed;
    }

    private static byte[]? Emit(CSharpCompilation compilation)
    {
        using MemoryStream assembly = new();
        return compilation.Emit(assembly).Success ? assembly.ToArray() : null;
    }

    private static bool IsMade(string path)
        => path.StartsWith("obj/", StringComparison.Ordinal) || path.EndsWith(".g.cs", StringComparison.Ordinal);
}
