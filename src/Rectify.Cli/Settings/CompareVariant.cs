namespace Rectify.Cli.Settings;

/// <summary>One of the ways to train that are compared.</summary>
/// <param name="Name">What sets it apart: "gelu, bias=0.1".</param>
/// <param name="Options">The same, by the keys of settings.</param>
/// <param name="Request">All of it.</param>
internal sealed record CompareVariant(string Name, IReadOnlyDictionary<string, string> Options, TrainRequest Request);
