namespace Rectify.Kernels;

/// <summary>The matrix product.</summary>
internal static class Gemm
{
    /// <summary>c = a·b, or c += a·b; then the epilogue. Each element is one chain of fused multiply-adds over ascending k.</summary>
    public static void Multiply(Workers workers, Matrix a, Matrix b, Span<float> c, bool add = false, Epilogue? epilogue = null)
    {
        int rows = a.Rows, columns = b.Columns, depth = a.Columns;
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                float sum = add ? c[i * columns + j] : 0;
                for (int k = 0; k < depth; k++)
                {
                    float x = a.IsTransposed ? a.Values[k * a.StoredColumns + i] : a.Values[i * a.StoredColumns + k];
                    float y = b.IsTransposed ? b.Values[j * b.StoredColumns + k] : b.Values[k * b.StoredColumns + j];
                    sum = MathF.FusedMultiplyAdd(x, y, sum);
                }
                c[i * columns + j] = sum;
            }
        }
        epilogue?.Apply(c, columns, 0, rows, 0, columns);
    }
}
