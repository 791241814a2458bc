using System.Text;
using Rectify.Data;
using Rectify.Kernels;

namespace Rectify.Tests.Data;

public sealed class CsvDamageTests
{
    private const int Trials = 400;

    private static readonly string[] Pieces =
    [
        "\"", ",", ";", "\n", "\r", "\t", "é", "\0",
        "nan", "1e999", "-", "2024-13-40", "\"\"", "x\ny", "#", " ", "∞",
    ];

    /// <summary>Text with pieces thrown in anywhere ends as a table or as a sentence, and never as another exception.</summary>
    [Fact]
    public void Whatever_a_file_holds_a_table_or_a_sentence_comes_out()
    {
        for (int trial = 0; trial < Trials; trial++)
        {
            using TemporaryFile file = new(Damaged(trial), trial % 3 == 0 ? Encoding.Latin1 : Encoding.UTF8);
            try
            {
                Table table = CsvTable.Read(file.Path);
                TablePlan plan = TablePlan.Make(table, "last");
                TablePipeline pipeline = TablePipeline.Fit(plan, Split.Make(plan, seed: 1).Training);
                BoundTable bound = pipeline.Bind(table);
                float[] inputs = new float[bound.Pipeline.InputShape.Length];
                for (int row = 0; row < bound.Count; row++)
                {
                    bound.Encode(row, inputs);
                    Assert.All(inputs, input => Assert.True(float.IsFinite(input)));
                }
            }
            catch (DataException refusal)
            {
                Assert.EndsWith(".", refusal.Message);
            }
        }
    }

    private static string Damaged(int trial)
    {
        Philox random = new(seed: 11, RandomPurpose.Probe, stream: (ulong)trial);
        StringBuilder text = new("size,colour,day,class\n");
        for (int row = 0; row < 30; row++) { text.Append($"{row * 7 % 11},c{row % 3},2024-01-{row % 28 + 1},{"ab"[row % 2]}\n"); }
        for (ulong i = 0; i < (ulong)(trial % 6); i++)
        {
            text.Insert(random.Below(2 * i, text.Length), Pieces[random.Below(2 * i + 1, Pieces.Length)]);
        }
        return text.ToString();
    }
}
