using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed class BatchTests
{
    private static readonly Batch Three = new(new float[13], new Shape(2, 2)) { Count = 2 };

    [Fact]
    public void It_has_room_for_as_many_samples_as_fit_whole() => Assert.Equal(3, Three.Capacity);

    [Theory]
    [InlineData(4)]
    [InlineData(-1)]
    public void It_does_not_hold_more_than_it_has_room_for(int count) => Says(
        $"A batch with room for 3 samples of 2x2 cannot hold {count}.", () => new Batch(new float[13], new Shape(2, 2)).Count = count);

    [Theory]
    [InlineData(1, 2)]
    [InlineData(-1, 1)]
    [InlineData(0, -1)]
    [InlineData(3, 0)]
    [InlineData(1, int.MaxValue)]
    public void Samples_that_it_does_not_hold_now_are_not_handed_out(int first, int count)
        => Says($"A batch of 2 samples does not hold {count} from number {first} on.", () => Three.Rows(first, count));

    [Fact]
    public void None_of_its_samples_and_all_of_them_are() => Assert.Equal((0, 8), (Three.Rows(2, 0).Length, Three.Rows(0, 2).Length));

    [Fact]
    public void It_may_hold_none() => Assert.Empty(new Batch(new float[4], new Shape(2)) { Count = 0 }.Values.ToArray());

    [Fact]
    public void It_is_copied_to_samples_of_as_many_numbers() => Says(
        "Samples of 2x2 cannot be copied to a batch of 3: they hold other numbers.",
        () => Three.CopyTo(new Batch(new float[9], new Shape(3)) { Count = 2 }, 0, 2));

    [Fact]
    public void A_batch_and_a_shape_of_nothing_are_refused()
    {
        Says("A batch takes the shape of a sample, but is given none.", () => new Batch(new float[4], default));
        Says("A dimension of 0 is out of range: it takes 1 or more.", () => new Shape(3, 0));
        Says("A shape of 2x2 has 2 dimensions, of which none is number 2, counted from 0.", () => _ = Three.Sample[2]);
    }

    [Fact]
    public void A_team_of_fewer_than_no_threads_is_refused() => Says(
        "A team of -1 threads is out of range: it takes 1 or more, or 0 for one per core.", () => new Workers(-1).Dispose());

    [Fact]
    public void There_is_no_number_below_0_or_fewer() => Says(
        "There is no whole number from 0 to below 0: the bound is 1 or more.",
        () => new Philox(1, RandomPurpose.Probe).Below(position: 3, bound: 0));

    private static void Says(string sentence, Action action) => Assert.Equal(sentence, Assert.Throws<ArgumentException>(action).Message);
}
