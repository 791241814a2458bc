using Rectify.Activations;

namespace Rectify.Tests.Activations;

public sealed class ActivationTextTests
{
    [Theory]
    [MemberData(nameof(EveryActivation.Texts), MemberType = typeof(EveryActivation))]
    public void An_activation_is_read_back_from_its_text(string text)
    {
        Activation activation = Activation.Parse(text);
        Assert.Equal(text, activation.ToString());
        Assert.Equal(activation.Settings, Activation.Parse(activation.ToString()).Settings);
    }

    [Theory]
    [InlineData("leaky-relu:slope=0.01", "leaky-relu")]
    [InlineData("prelu:shared", "prelu")]
    [InlineData("prelu:per-channel=1, slope=0.1", "prelu:slope=0.1,per-channel")]
    [InlineData("leaky-relu:slope=1e-1", "leaky-relu:slope=0.1")]
    public void Its_text_names_only_what_differs_from_the_default(string text, string expected)
        => Assert.Equal(expected, Activation.Parse(text).ToString());

    [Theory]
    [InlineData("rulu", "There is no activation called 'rulu'. Did you mean relu? Known: relu, leaky-relu, ")]
    [InlineData("LeakyReLU", "There is no activation called 'LeakyReLU'. Did you mean leaky-relu? Known: ")]
    [InlineData("sine-wave", "There is no activation called 'sine-wave'. Known: ")]
    [InlineData("leaky-relu:alpha=0.2", "'alpha=0.2' is not a setting of leaky-relu. It takes: slope=0.01.")]
    [InlineData("relu:slope=1", "'slope=1' is not a setting of relu. It takes: none.")]
    [InlineData("relu:", "'' is not a setting of relu. It takes: none.")]
    [InlineData("leaky-relu:slope=x", "'slope=x': 'x' is not a number. slope of leaky-relu is a finite number, e.g. slope=0.01.")]
    [InlineData("leaky-relu:slope", "'slope': '' is not a number. slope of leaky-relu is a finite number, e.g. slope=0.01.")]
    [InlineData("leaky-relu:slope=NaN", "'slope=NaN' does not fit leaky-relu: slope is a finite number.")]
    [InlineData("elu:alpha=-1", "'alpha=-1' does not fit elu: alpha is a number of at least 0.")]
    [InlineData("softplus:beta=0", "'beta=0' does not fit softplus: beta is a number above 0.")]
    [InlineData("prelu:per-channel=2", "'per-channel=2' does not fit prelu: per-channel is a word alone ('per-channel' or 'shared'), ")]
    [InlineData("rrelu:lower=0.5,upper=0.1", "rrelu draws its slope between lower and upper, but lower=0.5 is above upper=0.1.")]
    public void What_does_not_fit_gets_a_sentence(string text, string expected)
        => Assert.StartsWith(expected, Assert.Throws<ArgumentException>(() => Activation.Parse(text)).Message);

    [Fact]
    public void Settings_given_in_code_are_checked_too()
    {
        Assert.Throws<ArgumentException>(() => Activation.Of(new Softplus(0)));
        var error = Assert.Throws<ArgumentException>(() => Activation.Of<LeakyRelu>(1, 2));
        Assert.Equal("leaky-relu takes 1 settings (slope=0.01), but 2 were given.", error.Message);
    }

    [Fact]
    public void A_definition_keeps_its_settings()
    {
        Assert.Equal("leaky-relu:slope=0.2", Activation.Of(new LeakyRelu(0.2f)).ToString());
        Assert.Equal([0.1f, 0], PRelu.SettingsOf(new PRelu(0.1f, PerChannel: false)));
        Assert.Equal([0.1f, 1], PRelu.SettingsOf(new PRelu(0.1f, PerChannel: true)));
    }
}
