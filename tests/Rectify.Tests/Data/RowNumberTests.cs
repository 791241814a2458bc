using Rectify.Data;
using Rectify.Kernels;

namespace Rectify.Tests.Data;

/// <summary>A row that is not there is refused, wherever rows are asked for by their number.</summary>
public sealed class RowNumberTests
{
    private const int Count = 12;

    private static readonly Table Moons = SyntheticData.Make("moons", seed: 1, Count);
    private static readonly ImageSet Digits = DrawnDigits.Make(seed: 1, Count);
    private static readonly DataOptions Varied = new() { Augmentation = Augmentation.Parse("shift=1,flip,crop=2") };

    // Every kind of source, each of 12 rows.
    private static readonly Dictionary<string, SampleSource> Sources = new()
    {
        ["arrays"] = new ArraySource(new float[2 * Count], new float[Count], 2),
        ["a table"] = Bound().ToSource(),
        ["images"] = Pipeline(TaskKind.Classification).ToSource(Digits, Augmentation.None, seed: 1),
        ["images that vary"] = Pipeline(TaskKind.Classification).ToSource(Digits, Varied.Augmentation, seed: 1),
        ["images to reconstruct"] = Pipeline(TaskKind.Reconstruction).ToSource(Digits, Augmentation.None, seed: 1),
        ["some rows of another"] = new ArraySource(new float[40], new float[20], 2).Take([.. Enumerable.Range(5, Count)]),
    };

    public static TheoryData<string> Kinds => [.. Sources.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_source_has_no_other_rows_than_its_own(string kind)
    {
        SampleSource source = Sources[kind];
        float[] inputs = new float[source.InputShape.Length], targets = new float[source.TargetShape.Length];

        Assert.All([-1, Count], row =>
        {
            string sentence = $"The source has no row {row}: its rows are 0 to 11.";
            Says(sentence, () => source.Fill([row], inputs, targets));
            Says(sentence, () => source.FillVaried([row], 3, inputs, targets));
            Says(sentence, () => source.Take([0, row]));
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_source_fills_its_room_or_none_of_it(string kind)
    {
        SampleSource source = Sources[kind];
        int inputs = 2 * source.InputShape.Length, targets = 2 * source.TargetShape.Length;
        Assert.All([(inputs, targets), (0, targets), (inputs, 0)], room => Fill(room.Item1, room.Item2));

        Assert.All([-1, 1], more =>
        {
            Says($"2 rows have inputs of {source.InputShape}, {Misfit(inputs + more)}", () => Fill(inputs + more, targets));
            Says($"2 rows have targets of {source.TargetShape}, {Misfit(targets + more)}", () => Fill(inputs, targets + more));
        });

        static string Misfit(int room) => $"which do not fill room for {room} numbers.";

        void Fill(int inputRoom, int targetRoom)
        {
            source.Fill([0, 1], new float[inputRoom], new float[targetRoom]);
            source.FillVaried([0, 1], 3, new float[inputRoom], new float[targetRoom]);
        }
    }

    [Fact]
    public void Columns_and_tables_have_no_other_rows_than_their_own()
    {
        Column[] columns = [.. Moons.Columns, new DateColumn("day", Enumerable.Repeat<DateOnly?>(null, Count))];
        BoundTable bound = Bound();

        Assert.All([-1, Count], row =>
        {
            Assert.All(columns, column => Says($"{column.Name} has no row {row}: its rows are 0 to 11.", () => column.IsMissing(row)));
            Assert.All(columns, column => Says($"{column.Name} has no row {row}: its rows are 0 to 11.", () => column.TextAt(row)));
            string sentence = $"moons has no row {row}: its rows are 0 to 11.";
            Says(sentence, () => bound.Encode(row, new float[2]));
            Says(sentence, () => bound.TargetAt(row));
            Says(sentence, () => bound.RowName(row));
        });
        Says("A row of moons becomes 2 numbers, but there is room for 3.", () => bound.Encode(0, new float[3]));
    }

    [Fact]
    public void A_set_of_images_has_no_others_than_its_own()
    {
        BoundImages bound = Pipeline(TaskKind.Classification).Bind(Digits);

        Assert.All([-1, Count], image =>
        {
            string sentence = $"digits has no image {image}: its images are 0 to 11.";
            Says(sentence, () => Digits.Pixels(image));
            Says(sentence, () => Digits.ClassOf(image));
            Says(sentence, () => Digits.NameOf(image));
            Says(sentence, () => bound.TargetAt(image));
            Says(sentence, () => bound.RowName(image));
        });
    }

    [Fact]
    public void Nothing_is_learned_from_rows_that_are_not_there()
    {
        TablePlan plan = TablePlan.Make(Moons, "class");
        DataOptions options = new();

        Says("moons has no row 12: its rows are 0 to 11.", () => TablePipeline.Fit(plan, [0, Count]));
        Says("digits has no image 12: its images are 0 to 11.", () => ImagePipeline.Fit(Digits, [0, Count], options, stretches: false));
        Says("There are no images of digits to learn scales from.", () => ImagePipeline.Fit(Digits, [], options, stretches: false));
        Says("There is no channel 1: images of 28x28x1 have 0 to 0.", () => Pipeline(TaskKind.Classification).ToByte(0, channel: 1));
    }

    [Fact]
    public void An_image_is_stretched_from_its_own_size_to_one_with_pixels()
    {
        Says("5 bytes are no image of 2x2x1: one is height x width x channels.",
            () => ImageResize.Apply(new byte[5], new Shape(2, 2, 1), new ImageSize(1, 1)));
        Says("An image cannot be stretched to 0x3: each side takes 1 pixel or more.",
            () => ImageResize.Apply(new byte[4], new Shape(2, 2, 1), new ImageSize(0, 3)));
    }

    private static BoundTable Bound() => TablePipeline.Fit(TablePlan.Make(Moons, "class"), [0, 1, 2, 3]).Bind(Moons);

    private static ImagePipeline Pipeline(TaskKind task)
        => ImagePipeline.Fit(Digits, [0, 1, 2, 3], new DataOptions { Task = task }, stretches: false);

    private static void Says(string sentence, Action action) => Assert.Equal(sentence, Assert.Throws<ArgumentException>(action).Message);
}
