namespace Rectify.Cli;

/// <summary>What was typed is wrong. The message is a sentence that says what would be right.</summary>
internal sealed class UsageException(string message) : Exception(message);
