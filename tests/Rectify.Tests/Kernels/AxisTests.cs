using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

/// <summary>What an axis says of its windows is what counting says.</summary>
public sealed class AxisTests
{
    private static IEnumerable<Axis> Axes =>
        from length in Enumerable.Range(1, 6)
        from size in Enumerable.Range(1, 4)
        from stride in Enumerable.Range(1, 3)
        from dilation in Enumerable.Range(1, 3)
        from before in Enumerable.Range(-2, 5)
        from count in Enumerable.Range(1, 4)
        select new Axis(length, count, size, stride, dilation, before);

    [Fact]
    public void The_taps_of_a_window_are_those_that_meet_the_image()
        => Assert.All(Axes, axis => Assert.All(
            Enumerable.Range(0, axis.Count),
            window => AssertSpan(Enumerable.Range(0, axis.Size), tap => Meets(axis, window, tap), axis.TapsOf(window))));

    [Fact]
    public void The_windows_of_a_tap_are_those_in_which_it_meets_the_image()
        => Assert.All(Axes, axis => Assert.All(
            Enumerable.Range(0, axis.Size),
            tap => AssertSpan(Enumerable.Range(0, axis.Count), window => Meets(axis, window, tap), axis.WindowsOf(tap))));

    [Fact]
    public void What_lies_outside_is_told_on_both_sides()
        => Assert.All(Axes, axis =>
        {
            int[] places = [.. Places(axis)];
            Assert.Equal(axis.Extent, Place(axis, 0, axis.Size - 1) - Place(axis, 0, 0) + 1);
            Assert.Equal(Math.Max(0, places.Max() - axis.Length + 1), axis.After);
            Assert.Equal(places.All(place => place >= 0 && place < axis.Length), axis.IsInside);
        });

    [Fact]
    public void Several_windows_without_gaps_in_them_cover_the_image_where_every_place_is_in_one()
        => Assert.All(Axes, axis =>
        {
            bool isCovered = Enumerable.Range(0, axis.Length).All(Places(axis).Contains);
            Assert.True(isCovered || !axis.CoversImage);
            if (axis is { Count: > 1, Dilation: 1 }) { Assert.Equal(isCovered && axis.Stride <= axis.Size, axis.CoversImage); }
        });

    [Fact]
    public void The_ways_that_need_no_windows_are_taken_where_windows_are_places_or_the_image()
        => Assert.All(Axes, axis =>
        {
            int[] image = [.. Enumerable.Range(0, axis.Length)];
            if (axis.Count > 1) { Assert.Equal(axis.Size == 1 && Places(axis).SequenceEqual(image), axis.IsPlacewise); }
            Assert.Equal(axis.Count == 1 && Places(axis).SequenceEqual(image), axis.IsWhole);
            Assert.Equal(axis.Extent == axis.Size, axis.IsSideBySide);
        });

    private static int Place(Axis axis, int window, int tap) => window * axis.Stride + tap * axis.Dilation - axis.Before;

    private static bool Meets(Axis axis, int window, int tap) => Place(axis, window, tap) >= 0 && Place(axis, window, tap) < axis.Length;

    private static IEnumerable<int> Places(Axis axis)
        => from window in Enumerable.Range(0, axis.Count) from tap in Enumerable.Range(0, axis.Size) select Place(axis, window, tap);

    // Where none meets the image, any empty span will do.
    private static void AssertSpan(IEnumerable<int> all, Func<int, bool> meets, (int First, int End) span)
    {
        Assert.True(span.First <= span.End);
        Assert.Equal(all.Where(meets), Enumerable.Range(span.First, span.End - span.First));
    }
}
