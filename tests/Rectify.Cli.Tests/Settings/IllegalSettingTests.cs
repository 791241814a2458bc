namespace Rectify.Cli.Tests.Settings;

public sealed class IllegalSettingTests
{
    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void What_a_setting_does_not_take_is_refused_in_a_sentence_that_names_it(string setting)
    {
        using Workplace here = new();
        Sample sample = Samples.Of(setting);
        string[] typed = sample switch
        {
            { Illegal: { } text } => [$"{setting}={text}"],
            { Legal: null } => [$"{setting}=maybe"],
            _ => [setting],
        };
        string sentence = here.Run(["train", "moons", .. sample.With, .. typed]).Refuses(ExitCode.Usage);
        Assert.Contains(sample is { Legal: null } ? "maybe" : setting, sentence);
        Assert.Empty(here.Entries);
    }

    [Theory]
    [InlineData("--momentum 0.9", "--optimizer sgd or rmsprop")]
    [InlineData("--nesterov", "--optimizer sgd")]
    [InlineData("--nesterov --optimizer sgd", "--momentum")]
    [InlineData("--validation 0.5 --test 0.5", "below 1")]
    [InlineData("--loss mse --class-weight balanced", "cross-entropy")]
    [InlineData("--output-activation softmax,sofmax", "Did you mean softmax")]
    [InlineData("--output-activation prelu:shared,slope", "slope")]
    [InlineData("--output-units 1 --loss cross-entropy --target x --task regression", "--loss")]
    [InlineData("--hidden 1000000,1000000", "fewer units")]
    [InlineData("--lr 0.1 --lr 0.2", "2 times")]
    public void Settings_that_contradict_each_other_are_refused(string options, string advice)
    {
        using Workplace here = new();
        Assert.Contains(advice, here.Run(["train", "moons", .. options.Split(' ')]).Refuses(ExitCode.Usage));
        Assert.Empty(here.Entries);
    }
}
