using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

/// <summary>Pooling of random images against plain loops over windows, with nothing read or written beside them.</summary>
public sealed class PoolingTests
{
    /// <summary>Windows side by side, overlapping, with places left out, reaching over the edges, and one for all.</summary>
    public static TheoryData<int, int> Cases =>
        [.. from grid in Enumerable.Range(0, Grids.Length) from channels in (int[])[1, 3, 4, 17, 40] select (grid, channels)];

    private static (Axis Down, Axis Across)[] Grids =>
    [
        (new(4, 2, 2, 2), new(6, 3, 2, 2)),
        (new(5, 2, 2, 2), new(7, 3, 2, 2)),
        (new(4, 3, 2, 1), new(5, 3, 3, 1)),
        (new(5, 3, 1, 2), new(6, 2, 2, 3)),
        (new(4, 3, 2, 2, 1, 1), new(5, 5, 3, 1, 1, 1)),
        (new(3, 1, 3, 3), new(4, 1, 4, 4)),
        (new(1, 1, 1), new(1, 1, 1)),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_largest_comes_out_with_the_first_tap_that_has_it(int grid, int channels)
    {
        WindowGrid windows = new(Grids[grid].Down, Grids[grid].Across, channels);
        Framed input = new(Numbers(windows, 1)), output = Framed.Room(OutputLength(windows)), winners = Framed.Room(OutputLength(windows));
        MaxPooling.Forward(windows, input.Inside, output.Inside, winners.Inside);

        float[] image = input.Inside.ToArray();
        (float[] largest, float[] first) = (new float[OutputLength(windows)], new float[OutputLength(windows)]);
        ForEachWindow(windows, (window, channel, places) =>
        {
            (int tap, int place) = places.MaxBy(at => image[at.Place + channel]);
            (largest[window + channel], first[window + channel]) = (image[place + channel], tap);
        });
        output.Check(largest);
        winners.Check(first);

        Framed alone = Framed.Room(OutputLength(windows));
        MaxPooling.Forward(windows, input.Inside, alone.Inside);
        alone.Check(largest);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_gradient_of_the_largest_goes_to_its_place(int grid, int channels)
    {
        WindowGrid windows = new(Grids[grid].Down, Grids[grid].Across, channels);
        float[] image = Numbers(windows, 1), gradient = Numbers(windows, 2)[..OutputLength(windows)], expected = new float[image.Length];
        Framed winners = new(new float[gradient.Length]), inputGradient = Framed.Room(image.Length), outputGradient = new(gradient);
        MaxPooling.Forward(windows, image, new float[gradient.Length], winners.Inside);
        MaxPooling.Backward(windows, winners.Inside, outputGradient.Inside, inputGradient.Inside);

        ForEachWindow(windows, (window, channel, places)
            => expected[places.MaxBy(at => image[at.Place + channel]).Place + channel] += gradient[window + channel]);
        inputGradient.Check(expected);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_mean_is_of_the_places_in_the_image_and_its_gradient_shared_among_them(int grid, int channels)
    {
        WindowGrid windows = new(Grids[grid].Down, Grids[grid].Across, channels);
        float[] image = Numbers(windows, 1), gradient = Numbers(windows, 2)[..OutputLength(windows)];
        Framed input = new(image), output = Framed.Room(gradient.Length), outputGradient = new(gradient);
        Framed inputGradient = Framed.Room(image.Length);
        MeanPooling.Forward(windows, input.Inside, output.Inside);
        MeanPooling.Backward(windows, outputGradient.Inside, inputGradient.Inside);

        (float[] means, float[] shares) = (new float[gradient.Length], new float[image.Length]);
        ForEachWindow(windows, (window, channel, places) =>
        {
            float sum = 0;
            foreach ((int _, int place) in places)
            {
                sum += image[place + channel];
                shares[place + channel] += gradient[window + channel] / places.Length;
            }
            means[window + channel] = sum / places.Length;
        });
        output.Check(means);
        inputGradient.Check(shares);
    }

    private static int OutputLength(WindowGrid windows) => windows.Down.Count * windows.Across.Count * windows.Channels;

    private static float[] Numbers(WindowGrid windows, ulong stream)
    {
        float[] numbers = new float[windows.Down.Length * windows.Across.Length * windows.Channels];
        new Philox(1, RandomPurpose.Probe, stream).FillNormal(numbers);
        return numbers;
    }

    // With the taps of each window that meet the image, and where the channels of their places begin.
    private static void ForEachWindow(WindowGrid windows, Action<int, int, (int Tap, int Place)[]> act)
    {
        (Axis down, Axis across) = (windows.Down, windows.Across);
        for (int window = 0; window < down.Count * across.Count; window++)
        {
            (int row, int column) = Math.DivRem(window, across.Count);
            (int Tap, int Place)[] places =
            [
                .. from tap in Enumerable.Range(0, down.Size * across.Size)
                   let top = row * down.Stride + tap / across.Size - down.Before
                   let left = column * across.Stride + tap % across.Size - across.Before
                   where top >= 0 && top < down.Length && left >= 0 && left < across.Length
                   select (tap, (top * across.Length + left) * windows.Channels),
            ];
            for (int channel = 0; channel < windows.Channels; channel++) { act(window * windows.Channels, channel, places); }
        }
    }
}
