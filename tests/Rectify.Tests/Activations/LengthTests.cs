using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Tests.Activations;

/// <summary>Every activation refuses spans that do not belong together.</summary>
public sealed class LengthTests
{
    private static readonly float[] Three = new float[3], Four = new float[4], Six = new float[6];

    public static TheoryData<string> Every => EveryActivation.Texts;

    [Theory]
    [MemberData(nameof(Every))]
    public void Spans_of_different_lengths_are_refused(string text)
    {
        Activation activation = Activation.Parse(text);
        const string Unequal = "The spans must be equally long, but one holds 3 numbers and another 4.";

        Says(Unequal, () => activation.Forward(Three, Four));
        Says(Unequal, () => activation.Derivative(Three, Four));
        Says(Unequal, () => activation.Backward(Three, Four, Three));
        Says(Unequal, () => activation.Backward(Three, Three, Four));
        Says(Unequal, () => activation.ForwardBiased(Three, Three, Four));
        Says("x holds 6 numbers, which are not whole rows of 4.", () => activation.ForwardBiased(Six, Four, Six));
        Says("x holds 6 numbers, which are not whole rows of 0.", () => activation.ForwardBiased(Six, [], Six));
    }

    [Theory]
    [InlineData("prelu")]
    [InlineData("rrelu")]
    public void Slopes_are_one_or_those_of_whole_rows(string text)
    {
        var activation = (SlopedActivation)Activation.Parse(text);

        Says("x holds 6 numbers, which are not whole rows of 4.", () => activation.Forward(Six, Four, Six));
        Says("x holds 6 numbers, which are not whole rows of 0.", () => activation.Forward(Six, [], Six));
        Says("y holds 3 numbers, but has to hold 6.", () => activation.Backward(Six, Three, Three, Six));
        Says("result holds 3 numbers, but has to hold 6.", () => activation.Backward(Six, Three, Six, Three));
        Says("x holds 6 numbers, which are not whole rows of 4.", () => activation.SlopeGradient(Workers.Single, Six, Six, Four));
        Says("y holds 3 numbers, but has to hold 6.", () => activation.SlopeGradient(Workers.Single, Six, Three, Three));
    }

    private static void Says(string sentence, Action action) => Assert.Equal(sentence, Assert.Throws<ArgumentException>(action).Message);
}
