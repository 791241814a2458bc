using System.Text.Json.Nodes;

namespace Rectify.Cli.Tests.Commands;

/// <summary>From a folder of images to a trained network, its predictions and its verdict.</summary>
public sealed class ImageTests
{
    private static readonly string[] Small = ["--channels", "4,6", "--hidden", "8"];

    [Fact]
    public void A_folder_of_classes_is_learned_judged_predicted_and_diagnosed()
    {
        using Workplace here = new();
        Ended train = Train(here, "--epochs", "30", "--lr", "0.01");
        Assert.Contains("24 images of 8x8, grey · 2 classes", train.Output);
        Assert.Contains("8x8x1→conv 4→conv 6→8→2", train.Output);

        JsonObject judged = here.Run("evaluate", "run", "bars", "--json").Succeeds().Json;
        Assert.InRange((double)judged["metrics"]!["accuracy"]!, 0.9, 1);
        Assert.Equal(["lying", "standing"], judged["confusion"]!["labels"]!.AsArray().Select(label => (string?)label));

        string[] one = Lines(here.Run("predict", "run", "bars/standing/03.png").Succeeds().Output);
        Assert.Equal("prediction,p_lying,p_standing,image", one[0]);
        Assert.Matches("^standing,[0-9.E-]+,[0-9.E-]+,03.png$", Assert.Single(one[1..]));

        JsonArray layers = here.Run("diagnose", "run", "--json").Succeeds().Json["layers"]!.AsArray();
        Assert.Equal(["relu1 4", "relu2 6", "relu3 8"], layers.Select(layer => $"{layer!["name"]} {layer["units"]}"));
        Assert.Matches(@"relu2 +relu +6 ", here.Run("diagnose", "run").Succeeds().Output);
    }

    [Fact]
    public void Each_image_has_a_line_with_its_name()
    {
        using Workplace here = new();
        Train(here, "--epochs", "1");
        foreach (string name in (string[])["b, second.png", "a.png", "c.PNG"]) { here.Write("new/" + name, Pictures.Bar(1)); }
        Assert.Equal(["a.png", "\"b, second.png\"", "c.PNG"], Names(here.Run("predict", "run", "new").Succeeds()));

        string[] ofClasses = Names(here.Run("predict", "run", "bars").Succeeds());
        Assert.Equal((24, "lying/00.png", "standing/11.png"), (ofClasses.Length, ofClasses[0], ofClasses[^1]));

        here.Write("images-idx3-ubyte", Pictures.Idx(3));
        string[] inOrder = Lines(here.Run("predict", "run", "images-idx3-ubyte").Succeeds().Output);
        Assert.Equal((4, "prediction,p_lying,p_standing"), (inOrder.Length, inOrder[0]));
    }

    [Fact]
    public void Inspect_says_what_train_would_do()
    {
        using Workplace here = new();
        Ended inspect = here.Run("inspect", Pictures.Bars(here), "--json").Succeeds();
        Assert.Equal(24, (int)inspect.Json["rows"]!);
        IEnumerable<string> columns = inspect.Json["columns"]!.AsArray().Select(c => $"{c!["name"]} {c["type"]} {c["use"]}");
        Assert.Equal(["image image input", "class category target"], columns);
        Assert.Equal("""{"height":8,"width":8,"channels":1}""", inspect.Json["images"]!.ToJsonString());
        Assert.Equal(["relu1", "relu2", "relu3"], inspect.Json["forecast"]!["layers"]!.AsArray().Select(layer => (string?)layer!["name"]));

        string said = here.Run("inspect", "bars").Succeeds().Output, dry = here.Run("train", "bars", "--dry-run").Succeeds().Output;
        foreach (string label in (string[])["data", "split", "model"]) { Assert.Contains(Line(dry, label), said); }
        Assert.Equal(["bars"], here.Entries.Where(entry => !entry.StartsWith("bars/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Images_are_stretched_as_those_of_training_were()
    {
        using Workplace here = new();
        here.Write(Pictures.Bars(here) + "/lying/large.png", Pictures.Bar(2, side: 20));
        here.Run(["train", "bars", "--size", "6x7", "--epochs", "1", "--out", "run", .. Small]).Succeeds();
        here.Write("huge.png", Pictures.Bar(1, stands: true, side: 40));
        Assert.Equal(["huge.png"], Names(here.Run("predict", "run", "huge.png").Succeeds()));
    }

    [Fact]
    public void Folders_called_train_and_test_are_its_parts()
    {
        using Workplace here = new();
        Pictures.Bars(here, "set/train");
        Pictures.Bars(here, "set/test", ofEach: 3);
        Pictures.Bars(here, "set/val", ofEach: 2);
        Ended train = here.Run(["train", "set", "--epochs", "1", "--out", "run", .. Small]).Succeeds();
        Assert.Contains("30 images of 8x8", train.Output);
        Assert.Contains("20 train / 4 validation / 6 test (set/test)", train.Output);
        Assert.Contains("dropped val", train.Output);
        Assert.Equal(6, (int)here.Run("evaluate", "run", "set", "--json").Succeeds().Json["rows"]!);
        Assert.Equal("test/lying/00.png", Names(here.Run("predict", "run", "set").Succeeds())[0]);
    }

    [Fact]
    public void A_test_folder_may_be_named()
    {
        using Workplace here = new();
        Pictures.Bars(here, "other", ofEach: 2);
        Ended train = Train(here, "--epochs", "1", "--test", "other");
        Assert.Contains("20 train / 4 validation / 4 test (other)", train.Output);
    }

    [Fact]
    public void A_colour_model_takes_grey_images()
    {
        using Workplace here = new();
        for (int i = 0; i < 12; i++)
        {
            here.Write($"green/lying/{i:00}.png", Pictures.GreenBar(i));
            here.Write($"green/standing/{i:00}.png", Pictures.GreenBar(i, stands: true));
        }
        Assert.Contains("8x8x3", here.Run(["train", "green", "--epochs", "1", "--out", "run", .. Small]).Succeeds().Output);
        Assert.Equal(24, Names(here.Run("predict", "run", Pictures.Bars(here)).Succeeds()).Length);
    }

    [Fact]
    public void A_run_repeats_from_its_run_json_with_its_variations()
    {
        using Workplace here = new();
        string[] options = ["--epochs", "2", "--augment", "shift=1,flip,crop=2", "--batch-norm", "--size", "7x8"];
        here.Run(["train", Pictures.Bars(here), "--out", "first", .. options, .. Small]).Succeeds();
        here.Run("train", "--config", "first/run.json", "--out", "second").Succeeds();
        here.Run("train", "--config", "first/run.json", "--out", "third", "--augment", "none").Succeeds();
        Assert.Equal(here.Bytes("first/model.safetensors"), here.Bytes("second/model.safetensors"));
        Assert.NotEqual(here.Bytes("first/model.safetensors"), here.Bytes("third/model.safetensors"));
    }

    private static Ended Train(Workplace here, params string[] options)
        => here.Run(["train", Pictures.Bars(here), "--out", "run", .. Small, .. options]).Succeeds();

    // Of each line behind the header what follows the prediction and two shares.
    private static string[] Names(Ended predict) => [.. Lines(predict.Output)[1..].Select(line => line.Split(',', 4)[3])];

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Line(string output, string label)
        => output.Split('\n').Single(line => line.StartsWith(label, StringComparison.Ordinal)).Trim();
}
