using Rectify.Cli.Tests.Reference;
using Rectify.Models;

namespace Rectify.Cli.Tests.Native;

/// <summary>The native binary for processors with AVX-512 computes the same bits as all others.</summary>
public sealed class WideNativeTests(WideNativeBinary binary) : IClassFixture<WideNativeBinary>
{
    public static TheoryData<string> ReferenceRunNames => ReferenceRunTests.Runs;

    [Theory]
    [MemberData(nameof(ReferenceRunNames))]
    public void A_reference_run_gives_the_bits_it_always_gave(string name)
    {
        using Workplace here = new(binary.Path);
        ReferenceRun run = ReferenceRuns.Find(name);
        here.Run(["train", .. run.Words, "--out", "run"]).Succeeds();
        Assert.Equal(run.Hash, ReferenceRun.HashOf(Model.Load(here.PathOf("run/model.safetensors")).Network));
    }
}
