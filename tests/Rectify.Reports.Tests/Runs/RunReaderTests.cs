using Rectify.Data;
using Rectify.Reports.Languages;
using Rectify.Reports.Pages;
using Rectify.Reports.Runs;

namespace Rectify.Reports.Tests.Runs;

public sealed class RunReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rectify").FullName;

    [Fact]
    public void A_run_that_was_killed_is_read_as_far_as_it_came()
    {
        Write("run.json", """{"rectify": "0.1.0", "data": "moons", "options": {"seed": "7", "ignore": ["a", "b"]}}""");
        Write("events.jsonl", """
            {"event":"started","epochs":9,"training_rows":70,"validation_rows":30,"validation_loss":0.7}
            {"event":"health","epoch":1,"step":1,"weights":[{"name":"dense1","gradient":null,"gradient_status":"infinity"}]}
            {"event":"portrait","epoch":1,"step":4,"layers":[{"name":"relu1","rows":70,"rates":"AP8","fan":{"quantiles":[],"zeros":1}}]}
            {"event":"epoch","epoch":1,"step":4,"training_loss":0.5,"validation_loss":null,"lr":0.1}
            {"event":"epo
            """);
        RunStory run = Read();
        Assert.Equal((9, 70, 30, 0.7), (run.PlannedEpochs, run.TrainingRows, run.ValidationRows, run.StartLoss));
        Assert.Equal([("seed", "7"), ("ignore", "a, b")], run.Options);
        Assert.Equal("train moons", run.Command);
        Assert.Equal(double.PositiveInfinity, Assert.Single(run.Weights).Gradient);
        Assert.Equal([0, 255], Assert.Single(Assert.Single(run.Portraits).Layers).Rates);
        Assert.Equal(double.NaN, Assert.Single(run.Epochs).ValidationLoss);
        Assert.Null(run.Result);
        foreach (string language in Words.Languages) { Assert.NotEqual("", ReportPage.Write([run], Words.Of(language))); }
    }

    [Fact]
    public void A_run_that_has_not_begun_is_a_page_too()
    {
        Write("run.json", """{"data": "moons", "options": {}}""");
        Assert.Contains("Unfinished", ReportPage.Write([Read()], Words.Of("en")));
    }

    [Fact]
    public void What_is_no_run_or_was_altered_is_refused_in_a_sentence()
    {
        Assert.Contains("is not the folder of a run", Assert.Throws<DataException>(Read).Message);
        Write("run.json", "[]");
        Assert.Contains("run.json was altered", Assert.Throws<DataException>(Read).Message);
        Write("run.json", """{"data": "moons", "options": {}}""");
        Write("result.json", """{"metrics": 7, "epochs": "many"}""");
        Assert.Contains("cannot be read as a run", Assert.Throws<DataException>(Read).Message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private RunStory Read() => RunReader.Read(_folder, plan => $"train {plan["data"]}");

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
