using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed class GemmTests
{
    private static readonly Workers Two = new(2), Three = new(3);

    /// <summary>Rows, depth, columns: around every edge of tiles, strips and blocks, and nothing at all.</summary>
    public static TheoryData<int, int, int> Shapes
    {
        get
        {
            TheoryData<int, int, int> shapes = new()
            {
                { 0, 3, 4 }, { 3, 0, 4 }, { 3, 4, 0 }, { 1, 1, 1 }, { 1, 784, 513 }, { 2, 100, 130 }, { 32, 16, 64 }, { 32, 64, 2 },
                { 128, 512, 10 }, { 129, 513, 131 }, { 300, 7, 33 }, { 61, 1030, 97 }, { 257, 40, 129 }, { 1, 256, 10 }, { 45, 1, 70 },
                { 1, 300, 200 }, { 5, 1024, 130 }, { 1, 512, 71 },

                // Matrices that are copied: as they lie, and transposed; more rows, deeper and wider than fit at once, and columns that
                // fill no strip.
                { 261, 1027, 1075 }, { 130, 2051, 520 }, { 523, 259, 131 },
            };
            for (int height = 1; height <= 13; height++) { shapes.Add(height, 5, 72); }
            Philox random = new(1, RandomPurpose.Probe);
            for (ulong i = 0; i < 150; i += 3)
            {
                shapes.Add(1 + random.Below(i, 40), 1 + random.Below(i + 1, 40), 1 + random.Below(i + 2, 70));
            }
            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void EverySumIsOneChainOverAscendingDepth(int rows, int depth, int columns)
    {
        foreach (bool transposeA in new[] { false, true })
        {
            foreach (bool transposeB in new[] { false, true })
            {
                foreach (bool add in new[] { false, true })
                {
                    Sample sample = new(rows, depth, columns, transposeA, transposeB, add);
                    foreach (Workers workers in new[] { Workers.Single, Two, Three })
                    {
                        sample.Check<Lane1>(workers);
                        sample.Check<Lane4>(workers);
                        sample.Check<Lane8>(workers);
                        sample.Check<Lane16>(workers);
                    }
                }
            }
        }
    }

    [Fact]
    public void TheEpilogueSeesEveryElementOnceAndFinished()
    {
        (int, int, int)[] shapes = [(5, 3, 7), (300, 600, 200), (3, 0, 5), (1, 50, 300), (40, 40, 2), (260, 2051, 1100)];
        foreach ((int rows, int depth, int columns) in shapes)
        {
            float[] a = Numbers(rows * depth, 1), b = Numbers(depth * columns, 2);
            float[] plain = new float[rows * columns], counted = new float[rows * columns];
            Gemm.Multiply(Workers.Single, new(a, rows, depth), new(b, depth, columns), plain);
            Gemm.Multiply(Two, new(a, rows, depth), new(b, depth, columns), counted, epilogue: new AddOne());
            Assert.Equal(plain.Select(x => x + 1), counted);
        }
    }

    [Fact]
    public void AShapeThatDoesNotFitIsRefusedWithASentence()
    {
        float[] values = new float[12];
        Refuses("3x4 times 3x4 is not a product: the first matrix has 4 columns, the second 3 rows, and they must be as many.",
            () => Gemm.Multiply(Workers.Single, new(values, 3, 4), new(values, 3, 4), new float[12]));
        Refuses("3x4 times 4x3 is 3x3, but there is room for 8 numbers only.",
            () => Gemm.Multiply(Workers.Single, new(values, 3, 4), new(values, 4, 3), new float[8]));

        static void Refuses(string sentence, Action product)
            => Assert.Equal(sentence, Assert.Throws<ArgumentException>(product).Message);
    }

    [Fact]
    public void AProductAllocatesNothing()
    {
        float[] a = Numbers(64 * 300, 1), b = Numbers(300 * 50, 2), c = new float[64 * 50];
        float[] wide = Numbers(256 * 512, 3), copied = Numbers(256 * 128, 4), product = new float[512 * 128];
        AddOne epilogue = new();
        void Multiply(Workers workers)
        {
            Gemm.Multiply(workers, new(a, 64, 300), new(b, 300, 50), c, epilogue: epilogue);
            Gemm.Multiply(workers, new(a, 64, 300), new Matrix(b, 50, 300).Transposed, c, add: true);
            Gemm.Multiply(workers, new Matrix(wide, 256, 512).Transposed, new(copied, 256, 128), product);
        }
        foreach (Workers workers in new[] { Workers.Single, Two })
        {
            Multiply(workers);
            Assert.Equal(0, Allocations.Of(() =>
            {
                for (int i = 0; i < 100; i++) { Multiply(workers); }
            }));
        }
    }

    private static float[] Numbers(int length, ulong stream)
    {
        float[] numbers = new float[length];
        new Philox(7, RandomPurpose.Probe, stream).FillUniform(numbers);
        for (int i = 0; i < length; i++) { numbers[i] -= 0.5f; }
        return numbers;
    }

    private sealed class AddOne : Epilogue
    {
        public override void Apply(Span<float> product, int columns, int row, int rowCount, int column, int columnCount)
        {
            for (int i = row; i < row + rowCount; i++)
            {
                foreach (ref float x in product.Slice(i * columns + column, columnCount)) { x++; }
            }
        }
    }

    /// <summary>One product, and what it must be to the last bit.</summary>
    private sealed class Sample
    {
        private const int Margin = 80;
        private readonly int _rows, _depth, _columns;
        private readonly bool _transposeA, _transposeB, _add;
        private readonly float[] _a, _b, _before, _expected;

        public Sample(int rows, int depth, int columns, bool transposeA, bool transposeB, bool add)
        {
            (_rows, _depth, _columns, _transposeA, _transposeB, _add) = (rows, depth, columns, transposeA, transposeB, add);
            (_a, _b, _before) = (Numbers(rows * depth, 1), Numbers(depth * columns, 2), Numbers(rows * columns, 3));
            _expected = new float[rows * columns];
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    float sum = add ? _before[i * columns + j] : 0;
                    for (int k = 0; k < depth; k++)
                    {
                        float x = _a[transposeA ? k * rows + i : i * depth + k], y = _b[transposeB ? j * depth + k : k * columns + j];
                        sum = MathF.FusedMultiplyAdd(x, y, sum);
                    }
                    _expected[i * columns + j] = sum;
                }
            }
        }

        /// <summary>The margins hold NaN: a sum that reads over an edge shows, and so does a number written over one.</summary>
        public void Check<TLane>(Workers workers) where TLane : struct, ISimdLane<TLane>, ILane<TLane>
        {
            float[] a = WithMargin(_a), b = WithMargin(_b), c = WithMargin(_before);
            Matrix first = _transposeA ? new Matrix(Inside(a), _depth, _rows).Transposed : new(Inside(a), _rows, _depth);
            Matrix second = _transposeB ? new Matrix(Inside(b), _columns, _depth).Transposed : new(Inside(b), _depth, _columns);
            if (!_add) { Inside(c).Fill(float.NaN); }
            Gemm.Multiply<TLane>(workers, first, second, Inside(c), _add, null);
            Assert.Equal(Bits(WithMargin(_expected)), Bits(c));
        }

        private static int[] Bits(float[] values) => Array.ConvertAll(values, BitConverter.SingleToInt32Bits);

        private static Span<float> Inside(float[] values) => values.AsSpan(Margin..^Margin);

        private static float[] WithMargin(float[] values)
        {
            float[] framed = new float[values.Length + 2 * Margin];
            framed.AsSpan().Fill(float.NaN);
            values.CopyTo(framed, Margin);
            return framed;
        }
    }
}
