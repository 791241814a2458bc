using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Tests.Layers;

public sealed class NormalizationTests
{
    // Columns (1, 3, 5) with mean 3 and variance 8/3, and (2, 2, 8) with mean 4 and variance 8.
    private static readonly float[] Rows = [1, 2, 3, 2, 5, 8];

    [Fact]
    public void Batch_norm_in_training_takes_the_batchs_own_mean_and_deviation()
    {
        float[] y = new LayerRun(WorkspaceKind.Training, 3, 2, new BatchNorm(2)).Forward(Rows);

        float a = (float)(2 / Math.Sqrt(8 / 3.0 + 1e-5)), b = (float)(2 / Math.Sqrt(8 + 1e-5));
        Near([-a, -b, 0, -b, a, 2 * b], y);
    }

    [Fact]
    public void Batch_norm_moves_its_statistics_by_a_tenth_of_the_unbiased_ones()
    {
        var run = new LayerRun(WorkspaceKind.Training, 3, 2, new BatchNorm(2));
        run.Forward(Rows);
        Near([0.3f, 0.4f], run.Value(0, "running-mean"));
        Near([0.9f + 0.1f * 4, 0.9f + 0.1f * 12], run.Value(0, "running-variance"));

        run.Forward(Rows);
        Near([0.57f, 0.76f], run.Value(0, "running-mean"));
    }

    [Fact]
    public void Batch_norm_in_inference_uses_running_statistics_scale_and_shift()
    {
        var run = new LayerRun(WorkspaceKind.Inference, 3, 2, new BatchNorm(2));
        Write(run.Value(0, "running-mean"), 1, -2);
        Write(run.Value(0, "running-variance"), 4, 0.25f);
        Write(run.Value(0, "scale"), 3, 1);
        Write(run.Value(0, "shift"), 10, -1);

        Near([10, 7, 13, 7, 16, 19], run.Forward(Rows), 1e-3f);
        Near([1, -2], run.Value(0, "running-mean"));
    }

    [Fact]
    public void Batch_norm_of_one_row_in_training_gives_the_shift_and_leaves_the_statistics()
    {
        var run = new LayerRun(WorkspaceKind.Training, 3, 2, new BatchNorm(2));
        Write(run.Value(0, "shift"), 7, 8);

        Near([7, 8], run.Forward(100, -100));
        Near([0, 0], run.Value(0, "running-mean"));
        Near([1, 1], run.Value(0, "running-variance"));
    }

    [Fact]
    public void Layer_norm_takes_each_samples_own_mean_and_deviation()
    {
        var run = new LayerRun(WorkspaceKind.Inference, 2, 4, new LayerNorm(4));
        Write(run.Value(0, "scale"), 1, 1, 1, 2);
        Write(run.Value(0, "shift"), 0, 0, 0, 5);

        // (1, 2, 3, 6): mean 3, variance 3.5. (10, 10, 10, 10): all at the mean.
        float d = (float)(1 / Math.Sqrt(3.5 + 1e-5));
        Near([-2 * d, -d, 0, 5 + 6 * d, 0, 0, 0, 5], run.Forward(1, 2, 3, 6, 10, 10, 10, 10));
    }

    [Fact]
    public void Layer_norm_keeps_a_small_spread_about_a_large_mean()
    {
        float[] y = new LayerRun(WorkspaceKind.Inference, 1, 4, new LayerNorm(4)).Forward(10_000, 10_001, 10_002, 10_003);

        float d = (float)(1 / Math.Sqrt(1.25 + 1e-5));
        Near([-1.5f * d, -0.5f * d, 0.5f * d, 1.5f * d], y, 1e-5f);
    }

    [Fact]
    public void Batch_norm_takes_each_channel_over_all_positions_of_the_batch_as_precise_sums_do()
    {
        // 40 images of 9 × 9: 3,240 positions, several blocks of rows.
        const int Count = 40, Positions = 81, Channels = 3;
        float[] x = new float[Count * Positions * Channels];
        new Philox(1, RandomPurpose.SyntheticData).FillNormal(x);
        for (int i = 0; i < x.Length; i += Channels) { x[i] += 100; }
        float[] y = new LayerRun(WorkspaceKind.Training, Count, new Shape(9, 9, Channels), new BatchNorm(Channels)).Forward(x);

        for (int channel = 0; channel < Channels; channel++)
        {
            double[] values = [.. x.Where((_, i) => i % Channels == channel).Select(v => (double)v)];
            double mean = values.Average(), deviation = Math.Sqrt(values.Average(v => (v - mean) * (v - mean)) + 1e-5);
            Near([.. values.Select(v => (float)((v - mean) / deviation))], [.. y.Where((_, i) => i % Channels == channel)], 2e-5f);
        }
    }

    [Fact]
    public void Layer_norm_takes_the_channels_of_each_position()
    {
        float[] y = new LayerRun(WorkspaceKind.Inference, 1, new Shape(1, 2, 2), new LayerNorm(2)).Forward(1, 3, 20, 10);

        float d = (float)(1 / Math.Sqrt(1 + 1e-5)), e = (float)(5 / Math.Sqrt(25 + 1e-5));
        Near([-d, d, e, -e], y);
    }

    private static void Write(Span<float> target, params ReadOnlySpan<float> values) => values.CopyTo(target);

    private static void Near(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, float tolerance = 1e-6f)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) { Assert.Equal(expected[i], actual[i], tolerance * Math.Max(1, MathF.Abs(expected[i]))); }
    }
}
