using Rectify.Data;

namespace Rectify.Tests.Data.Storage;

public sealed class CellFileTests
{
    private const int Rows = 23, Columns = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(Rows)]
    [InlineData(100)]
    public void Cells_come_back_row_by_row_and_column_by_column_whatever_the_bands(int rowsOfBand)
    {
        Cells[] columns = Filled(new FileCellWriter("table.csv", Rows, Columns, mostCells: rowsOfBand * Columns));
        int[] cells = new int[4];
        for (int i = 1; i < Rows; i++)
        {
            new RowCells([columns[2], columns[0]]).Read([i, i - 1], cells);
            Assert.Equal([Cell(i, 2), Cell(i - 1, 2), Cell(i, 0), Cell(i - 1, 0)], cells);
            Assert.Equal(Cell(i, 1), columns[1][i]);
        }
        Assert.All(columns.Index(), column => Assert.Equal(
            Enumerable.Range(0, Rows).Select(i => Cell(i, column.Index)), column.Item.Read().ToArray()));
    }

    [Fact]
    public void A_row_may_lie_partly_in_memory_and_partly_in_files()
    {
        Cells[] inMemory = Filled(new ArrayCellWriter(Rows, Columns));
        Cells[] first = Filled(new FileCellWriter("a.csv", Rows, Columns)), second = Filled(new FileCellWriter("b.csv", Rows, Columns));
        int[] cells = new int[6];
        new RowCells([first[1], inMemory[0], second[2]]).Read([7, 0], cells);
        Assert.Equal([Cell(7, 1), Cell(0, 1), Cell(7, 0), Cell(0, 0), Cell(7, 2), Cell(0, 2)], cells);
    }

    [Fact]
    public void A_table_of_as_many_bytes_as_memory_has_for_it_stays_there()
    {
        List<Notice> notices = [];
        Assert.IsType<ArrayCellWriter>(CellWriter.For("table.csv", Rows, Columns, mostMemory: Rows * Columns * 4, notices));
        Assert.Empty(notices);
        Assert.IsType<FileCellWriter>(CellWriter.For("table.csv", Rows, Columns, mostMemory: Rows * Columns * 4 - 1, notices));
        Assert.StartsWith("read from a temporary file of 552 bytes in ", Assert.Single(notices).Text);
    }

    private static Cells[] Filled(CellWriter writer)
    {
        for (int row = 0; row < Rows; row++) { writer.Add([Cell(row, 0), Cell(row, 1), Cell(row, 2)]); }
        return writer.Finish();
    }

    private static int Cell(int row, int column) => 1000 * row + column - 5;
}
