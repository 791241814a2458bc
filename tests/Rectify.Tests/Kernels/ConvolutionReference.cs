using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

/// <summary>A convolution of random numbers and its gradients as plain loops over windows, to the last bit.</summary>
internal sealed class ConvolutionReference
{
    private readonly ConvolutionShape _shape;

    public ConvolutionReference(ConvolutionShape shape, int images)
    {
        _shape = shape;
        Input = Numbers(images * shape.InputLength, 1);
        Weights = Numbers(shape.WeightLength, 2);
        OutputGradient = Numbers(images * shape.OutputLength, 3);
        Output = new float[images * shape.OutputLength];
        InputGradient = new float[images * shape.InputLength];
        WeightGradient = new float[shape.WeightLength];

        int parts = shape.Parts(images);
        for (int part = 0; part < parts; part++)
        {
            float[] sums = new float[shape.WeightLength];
            for (int image = images * part / parts; image < images * (part + 1) / parts; image++) { AddImage(image, sums); }
            for (int i = 0; i < sums.Length; i++) { WeightGradient[i] = part == 0 ? sums[i] : WeightGradient[i] + sums[i]; }
        }
    }

    public float[] Input { get; }
    public float[] Weights { get; }
    public float[] OutputGradient { get; }
    public float[] Output { get; }
    public float[] InputGradient { get; }
    public float[] WeightGradient { get; }

    private void AddImage(int image, float[] weightGradient)
    {
        for (int row = 0; row < _shape.Down.Count; row++)
        {
            for (int column = 0; column < _shape.Across.Count; column++)
            {
                for (int output = 0; output < _shape.Outputs; output++) { AddWindow(image, row, column, output, weightGradient); }
            }
        }
    }

    private void AddWindow(int image, int row, int column, int output, float[] weightGradient)
    {
        (Axis down, Axis across) = (_shape.Down, _shape.Across);
        int y = ((image * down.Count + row) * across.Count + column) * _shape.Outputs + output, group = output / _shape.Width;
        for (int i = 0; i < down.Size; i++)
        {
            for (int j = 0; j < across.Size; j++)
            {
                int top = row * down.Stride + i * down.Dilation - down.Before;
                int left = column * across.Stride + j * across.Dilation - across.Before;
                if (top < 0 || top >= down.Length || left < 0 || left >= across.Length) { continue; }
                for (int channel = 0; channel < _shape.Depth; channel++)
                {
                    int x = ((image * down.Length + top) * across.Length + left) * _shape.Inputs + group * _shape.Depth + channel;
                    int w = ((i * across.Size + j) * _shape.Depth + channel) * _shape.Outputs + output;
                    Output[y] = MathF.FusedMultiplyAdd(Input[x], Weights[w], Output[y]);
                    InputGradient[x] = MathF.FusedMultiplyAdd(OutputGradient[y], Weights[w], InputGradient[x]);
                    weightGradient[w] = MathF.FusedMultiplyAdd(Input[x], OutputGradient[y], weightGradient[w]);
                }
            }
        }
    }

    private static float[] Numbers(int length, ulong stream)
    {
        float[] numbers = new float[length];
        new Philox(7, RandomPurpose.Probe, stream).FillUniform(numbers);
        for (int i = 0; i < length; i++) { numbers[i] -= 0.5f; }
        return numbers;
    }
}
