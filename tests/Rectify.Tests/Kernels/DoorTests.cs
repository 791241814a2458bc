using System.Reflection;
using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

/// <summary>
/// Behind its doors the room of kernels reads and writes memory unchecked; at each of them lengths are checked. What is not public
/// there, or takes a pointer, cannot be reached from another room: <see cref="Conventions.FileTests"/> keeps unsafe code in this one.
/// </summary>
public sealed class DoorTests
{
    private static readonly Type[] Spans = [typeof(Span<float>), typeof(ReadOnlySpan<float>), typeof(ColumnRange), typeof(Matrix)];
    private static readonly Type[] Sizes = [typeof(int), typeof(WindowGrid), typeof(ConvolutionShape)];

    [Fact]
    public void Lengths_that_go_together_are_let_in() => Assert.All(Doors.All, door => door.EnterWith(span: 0, more: 0));

    [Fact]
    public void A_span_that_is_one_number_too_short_is_refused()
        => Assert.All(Doors.All, door => Assert.All(Enumerable.Range(0, door.Lengths.Length), span => Refuses(door, span, more: -1)));

    [Fact]
    public void So_is_one_that_is_one_number_too_long() => Assert.All(
        Doors.All,
        door => Assert.All(Enumerable.Range(0, door.Lengths.Length).Except(door.Roomy), span => Refuses(door, span, more: 1)));

    [Fact]
    public void Every_entry_by_which_spans_come_in_has_a_line()
        => Assert.Equal(Entries().Distinct().Order(), Doors.All.Select(door => door.Name).Distinct().Order());

    [Fact]
    public void Rows_of_no_columns_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Columns.Sum(Workers.Single, new float[3], []));
        Assert.Throws<ArgumentException>(() => Columns.Moments(Workers.Single, new float[3], [], []));
        Assert.Throws<ArgumentException>(() => Columns.Map(new Anything(), new float[3], new float[3], [], 0, new float[3]));
        Assert.Throws<ArgumentException>(() => SoftmaxRows.Forward(new float[3], new float[3], 0));
        Assert.Throws<ArgumentException>(() => Arithmetic.AddToRows(new float[3], []));
        Assert.Throws<ArgumentException>(() => Elementwise.MapBiased(new Anything(), new float[3], [], new float[3]));
    }

    [Fact]
    public void More_rows_than_a_block_holds_are_refused()
    {
        float[] rows = new float[2 * (SoftmaxBlock.Rows + 1)];

        Assert.Equal("A block has room for 16 rows, but is given 17.", Assert.Throws<ArgumentException>(() =>
        {
            SoftmaxBlock block = default;
            SoftmaxRows.Forward(ref block, rows, rows, 2);
        }).Message);
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(1, -3)]
    [InlineData(-1, -3)]
    [InlineData(7, 1)]
    [InlineData(1 << 16, 1 << 16)]
    public void A_matrix_that_is_not_among_its_numbers_is_refused(int rows, int columns) => Assert.Equal(
        $"A matrix of {rows}x{columns} is not among 6 numbers.",
        Assert.Throws<ArgumentException>(() => { _ = new Matrix(new float[6], rows, columns); }).Message);

    [Fact]
    public void Columns_that_are_not_in_the_matrix_are_refused() => Assert.Equal(
        "3 columns from column 5 on are not among 7.",
        Assert.Throws<ArgumentException>(() => new ColumnRange(new float[14], 7).Part(5, 3)).Message);

    [Theory]
    [InlineData(1)]
    [InlineData(-2)]
    public void A_result_that_overlaps_an_input_in_part_is_refused(int shift)
    {
        float[] memory = new float[20];

        Assert.Equal(
            $"The result begins {Math.Abs(shift)} numbers beside an input: it takes the same memory, or other.",
            Assert.Throws<ArgumentException>(
                () => Arithmetic.AddConstant(memory.AsSpan(4, 9), 1, memory.AsSpan(4 + shift, 9))).Message);
    }

    [Fact]
    public void A_product_over_one_of_its_matrices_is_refused()
    {
        float[] memory = new float[9];

        Assert.StartsWith("A product cannot be written over", Assert.Throws<ArgumentException>(
            () => Gemm.Multiply(Workers.Single, new(memory, 3, 3), new(new float[9], 3, 3), memory)).Message);
    }

    private static void Refuses(Door door, int span, int more)
        => Assert.Matches("[.]$", Assert.Throws<ArgumentException>(() => door.EnterWith(span, more)).Message);

    private static IEnumerable<string> Entries() =>
        from type in typeof(Batch).Assembly.GetTypes()
        where type.Namespace == typeof(Batch).Namespace && !type.IsNested && type != typeof(Lengths)
        from method in type.GetMembers(
            BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly).OfType<MethodBase>()
        where !method.IsAbstract && TakesSpansToAgree(method)
        select method is ConstructorInfo ? Name(type) : $"{Name(type)}.{method.Name}";

    // With one another, with a number of rows or columns, or with what the method is called on.
    private static bool TakesSpansToAgree(MethodBase method)
    {
        Type[] types = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
        int spans = types.Count(Spans.Contains) + (!method.IsStatic && Spans.Contains(method.DeclaringType) ? 1 : 0);
        bool isMade = method is ConstructorInfo && types.Any(Spans.Contains);
        bool hasSize = types.Any(type => Sizes.Contains(type.IsByRef ? type.GetElementType() : type)) && types.Any(Spans.Contains);
        return !types.Any(type => type.IsPointer) && (spans > 1 || hasSize || isMade);
    }

    private static string Name(Type type) => type.Name.Split('`')[0];
}
