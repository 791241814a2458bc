using System.CommandLine;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Rectify.Cli.Settings;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Cli.Tests.Reference;

/// <summary>A run whose bits are a promise.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Arguments">What is typed behind train.</param>
/// <param name="Hash">SHA-256 of all numbers of the trained network.</param>
internal sealed record ReferenceRun(string Name, string Arguments, string Hash)
{
    public string[] Words => Arguments.Split(' ');

    /// <summary>Whether an option, or one with its value, is among the arguments.</summary>
    public bool Says(string option) => $"{Arguments} ".Contains($"{option} ", StringComparison.Ordinal);

    /// <summary>What the network hashes to after training in this process, with some arguments more.</summary>
    public string Train(params string[] further)
    {
        Command command = new("train");
        TrainArguments arguments = TrainArguments.WithData(command, _ => true);
        (string data, TrainRequest request) = arguments.ReadWithData(command.Parse([.. Words, .. further]));
        ModelTraining training = DataSource.Prepare(data, request);
        training.Run();
        return HashOf(training.Model.Network);
    }

    public static string HashOf(Network network) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(network.Row)));
}
