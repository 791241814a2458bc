using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed class TurnTests
{
    [Fact]
    public void A_turn_is_the_cosine_and_the_sine()
    {
        for (int i = -1000; i <= 1000; i++)
        {
            Turn turn = Turn.At(i / 137.0);
            Assert.Equal(Math.Cos(2 * Math.PI * i / 137.0), turn.Cosine, 1e-14);
            Assert.Equal(Math.Sin(2 * Math.PI * i / 137.0), turn.Sine, 1e-14);
        }
    }

    [Fact]
    public void Half_turns_are_right_to_the_last_digits()
    {
        for (double x = -3; x <= 3; x += 1 / 64.0) { Assert.Equal(Math.Cos(Math.PI * x), Turn.At(x / 2).Cosine, 2e-15); }
    }
}
