using System.CommandLine;
using Rectify.Cli.Output;
using Rectify.Cli.Settings;
using Rectify.Comparisons;
using Rectify.Data;

namespace Rectify.Cli.Commands;

/// <summary>rectify compare: the same splits and seeds for each of several ways to train, and what the intervals say.</summary>
internal sealed class CompareCommand
{
    // Who asks for more waits for days.
    private const int MostSeeds = 10_000;

    private readonly TrainArguments _arguments;
    private readonly Option<string> _seeds = new("--seeds")
    {
        Description = "How many seeds, from --seed on: each is another split and another start, the same for all. "
            + $"[{CompareRequest.DefaultSeeds}]",
        HelpName = "count",
    };
    private readonly Option<string> _out = new("--out")
    {
        Description = "The folder itself, where not the next of comparisons/0001-name, comparisons/0002-name, …", HelpName = "folder",
    };
    private readonly Option<string> _resume = new("--resume")
    {
        Description = "Goes on with a comparison that was stopped; only --threads and --max-memory may be others.", HelpName = "folder",
    };

    private CompareCommand(Command command)
    {
        _arguments = TrainArguments.WithData(command, setting => setting.InCompare != Comparability.Absent);
        command.Options.Add(_seeds);
        command.Options.Add(_out);
        command.Options.Add(_resume);
        command.SetAction((parsed, cancellation) => parsed.GetValue(_resume) is { } folder
            ? Resume(parsed, folder, cancellation)
            : Begin(parsed, cancellation));
    }

    public static Command Create()
    {
        Command command = new("compare",
            "Trains with every value of each option that is given several times, and says what the intervals tell apart.");
        _ = new CompareCommand(command);
        return command;
    }

    private async Task<int> Begin(ParseResult parsed, CancellationToken cancellation)
    {
        int seeds = parsed.GetValue(_seeds) is { } text
            ? new SettingText(_seeds.Name, text).Whole(2, MostSeeds)
            : CompareRequest.DefaultSeeds;
        (string data, IReadOnlyDictionary<string, IReadOnlyList<string>> texts, ConfigFile config) = _arguments.ReadToCompare(parsed);
        CompareRequest request = CompareRequest.Of(data, texts, config, seeds);
        DataSource.CheckTarget("compare", data, request.Common);
        CompareSession session = await CompareSession.Begin(Terminal.Of(parsed), request, cancellation);
        return await session.Compare(parsed.GetValue(_out), cancellation);
    }

    private async Task<int> Resume(ParseResult parsed, string path, CancellationToken cancellation)
    {
        if (_arguments.TypedData(parsed) is { } data)
        {
            throw new UsageException($"'{data}' is one argument too many: compare --resume takes its data from the comparison.");
        }
        Setting? changed = TrainSettings.All.FirstOrDefault(s
            => s is not { InCompare: Comparability.Same, OnResume: Resumption.Free } && _arguments.Has(parsed, one => one == s));
        string? name = parsed.GetValue(_seeds) is not null ? _seeds.Name : parsed.GetValue(_out) is not null ? _out.Name : changed?.Name;
        if (name is not null)
        {
            throw new UsageException(
                $"{name} cannot change when a comparison goes on: only --threads and --max-memory can. Leave it out, or compare anew.");
        }
        using ComparisonFolder folder = ComparisonFolder.Resume(path);
        CompareRequest request = CompareRequest.OfPlan(folder.ReadPlan(), folder.PlanPath, _arguments.TypedTexts(parsed));
        CompareSession session = await CompareSession.Begin(Terminal.Of(parsed), request, cancellation);
        return await session.Compare(folder, cancellation);
    }
}
