using Rectify.Reports.Charts;

namespace Rectify.Reports.Pages;

/// <summary>Writes tables: those of charts, behind a line that opens them.</summary>
internal static class TableWriting
{
    // More than that stay text until they are asked for (TableAsText): cells by the ten thousand are what makes a page slow to open.
    private const int MostRowsAtOnce = 64;

    /// <summary>A table that is shown when it is asked for, and scrolls on its own where it is wider than the page.</summary>
    /// <param name="html">Where it goes.</param>
    /// <param name="label">What stands in the line that opens it.</param>
    /// <param name="table">The table.</param>
    public static void Folded(this HtmlWriter html, string label, DataTable table)
    {
        html.Open("details").Element("summary", label);
        html.Open("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", table.Caption));
        if (table.Rows.Count <= MostRowsAtOnce) { html.Table(table); }
        else { html.TableAsText(table); }
        html.Close().Close();
    }

    public static void Table(this HtmlWriter html, DataTable table)
    {
        html.BeginTable(table);
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            // Ends of rows and cells may be left out, and there are many.
            html.Raw("<tr>");
            foreach ((int i, string cell) in row.Index()) { html.Raw(i == 0 ? "<th scope=row>" : "<td>").Text(cell); }
        }
        html.Close().Close();
    }

    // A line a row, tabs between its cells: read as it stands where no script runs.
    private static void TableAsText(this HtmlWriter html, DataTable table)
    {
        html.BeginTable(table);
        html.Close().Close().Raw("<pre class=\"rows\">");
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            html.Raw("\n").Text(string.Join('\t', row.Select(cell => cell.Replace('\t', ' ').ReplaceLineEndings(" "))));
        }
        html.Raw("</pre>").Needs("tables.js");
    }

    private static void BeginTable(this HtmlWriter html, DataTable table)
    {
        html.Open("table").Element("caption", table.Caption).Open("thead").Open("tr");
        foreach (string column in table.Columns) { html.Element("th", column, ("scope", "col")); }
        html.Close().Close().Open("tbody");
    }
}
