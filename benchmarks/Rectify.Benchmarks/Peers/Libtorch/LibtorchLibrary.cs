using System.Reflection;
using System.Runtime.InteropServices;
using TorchSharp;

namespace Rectify.Benchmarks;

/// <summary>
/// The native half of TorchSharp. As it comes, it asks for a newer C++ runtime than some systems have, for a symbol that it never
/// calls. Who has a copy that does not ask for it names its folder in an environment variable.
/// </summary>
internal static class LibtorchLibrary
{
    private const string FolderVariable = "RECTIFY_LIBTORCHSHARP";

    /// <summary>Loads it, before TorchSharp does: TorchSharp would first copy half a gigabyte and print what it tries.</summary>
    /// <exception cref="DllNotFoundException">It does not load; the message says why, and what to do.</exception>
    public static void Load()
    {
        Assembly assembly = typeof(torch).Assembly;
        try
        {
            if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder)
            {
                // What the copy refers to lies beside the original, where it would not look. What is loaded is not loaded again.
                foreach (string library in (string[])["c10", "torch_cpu", "torch"]) { NativeLibrary.Load(library, assembly, null); }
                NativeLibrary.Load(Path.Combine(folder, "libLibTorchSharp.so"));
            }
            NativeLibrary.Load("LibTorchSharp", assembly, null);
        }
        catch (DllNotFoundException failure)
        {
            throw new DllNotFoundException(
                $"{ReasonOf(failure)} A folder with a copy that loads can be named in {FolderVariable}.", failure);
        }
    }

    // The loader tries many paths and says a line of each; the one that tells is of the file that is there.
    private static string ReasonOf(DllNotFoundException failure)
    {
        string[] lines = failure.Message.Split('\n');
        return (lines.FirstOrDefault(line => line.Contains("required by", StringComparison.Ordinal)) ?? lines[0]).Trim().TrimEnd('.') + ".";
    }
}
