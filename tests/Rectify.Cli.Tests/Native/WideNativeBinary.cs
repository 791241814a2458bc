namespace Rectify.Cli.Tests.Native;

/// <summary>The command as native code for processors with AVX-512, as <c>dotnet dev.cs native x86-64-v4</c> makes it.</summary>
public sealed class WideNativeBinary() : NativeBinary("native-wide", "x86-64-v4");
