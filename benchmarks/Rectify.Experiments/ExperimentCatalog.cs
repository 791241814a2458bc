using Rectify.Reports.Comparisons;

namespace Rectify.Experiments;

/// <summary>Every experiment, in the order of the page.</summary>
internal static class ExperimentCatalog
{
    private const string Relatives = "relu leaky-relu prelu elu gelu";

    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("depth", "Does the gradient vanish with depth?",
            "Sigmoid and tanh are said to lose the gradient with depth, and ReLU not to. How much, and does it matter?",
            "Ten hidden layers of 32 units, each activation with the start that suits it; the gradient is measured in the first step.",
            [
                new CompareExhibit($"compare spirals --hidden {Layers(10, 32)} --activation relu --activation tanh --activation sigmoid "
                    + "--epochs 60", ComparisonCharts.Gradients, ComparisonCharts.Losses),
            ],
            """
            Of sigmoid it is true: its slope is at most 1/4, and in ten layers the gradient loses nearly six powers of ten. Of
            tanh it is not, with the start that suits it: its slope at zero is 1, and it learns the spirals as well as ReLU does;
            no difference is clear. Surprising is that sigmoid learns anything, at a millionth of the gradient: Adam divides a
            gradient by its own size, so that a small one moves weights as far as a large one, as long as it points somewhere.
            """),
        new("he", "He or Glorot, at 5 to 30 layers?",
            "What is a He start, and from which depth on does a ReLU network need it?",
            "A weight's variance is 2/inputs (He et al. 2015) or 2/(inputs + outputs) (Glorot and Bengio 2010); all else is the same.",
            [
                new VarianceExhibit(30, 64, "he-normal", "glorot-normal", "lecun-normal"),
                new CompareExhibit(Depth(5)), new CompareExhibit(Depth(10)), new CompareExhibit(Depth(20), ComparisonCharts.Gradients),
                new CompareExhibit(Depth(30), ComparisonCharts.Losses),
            ],
            """
            A unit adds up n inputs, each times a weight. Where weights are independent, with mean 0 and variance v, the mean
            square of the sum is n·v times the mean square of the inputs. ReLU then sets half of the sums to zero, and so halves
            the mean square of what it passes on. From layer to layer the mean square is multiplied by n·v/2: by 1 where v = 2/n,
            which is He's start, and by 1/2 where v = 1/n, which is LeCun's, and Glorot's between layers of equal width. The table
            shows it: after 30 layers the one stands where it was, and the others have lost 2³⁰, nine powers of ten. The gradient
            goes the same way back. (He's own measured mean square lies above theory in deep layers: at 64 units a network is a
            product of 30 random factors of mean 1, whose mean is made by a few starts that grow.) Where it disagrees with
            received wisdom: at 5 and at 10 layers the start makes no clear difference, and at 20 the lower mean of Glorot is not
            clear either; Adam makes up for factors of a thousand. At 30 layers it is clear, and large. Below 20 layers, with
            Adam, He's start is a good habit rather than a need.
            """),
        new("dying", "When do units die, and who is safe?",
            "Steps that are too large, biases far below zero and outliers in the data are said to kill ReLU units for good. Do leaky ReLU, "
                + "PReLU, ELU and GELU survive them?",
            "Three layers of 48 units on the spirals with Adam for the rate; two layers of 64 on the moons for bias and outliers (in "
                + "outliers.csv every fiftieth row is a thousand times as large, and inputs stay as they are).",
            [
                new MatrixExhibit("compare spirals --hidden 48,48,48 --epochs 40 --lr 0.001 --lr 0.01 --lr 0.03 --lr 0.1", "--activation",
                    Relatives.Split(' ')),
                new MatrixExhibit("compare moons --epochs 40 --bias 0 --bias -1 --bias -2 --bias -3 --bias -5", "--activation",
                    Relatives.Split(' ')),
                new MatrixExhibit("compare outliers.csv --target class --epochs 40 --scale none --scale standard", "--activation",
                    Relatives.Split(' ')),
            ],
            """
            A large rate does kill: at 0.1 three of four ReLU units are silent. Surprising is how little it costs. With 42 %
            silent nothing is lost, and with 76 % the quarter that is left still is right on nine of ten; silent units are
            capacity that is gone, not a network that is. And a network without one silent unit can be as lost: ELU at a rate of
            0.1 is the worst of all. A bias of −3 or −5 is what truly kills: nothing passes, so nothing can mend it. There leaky
            ReLU is half a cure only. Its slope of 0.01 is alive by name, and too small to wake up by in 40 epochs; PReLU, which
            learns its slope, GELU and ELU, whose slope below zero is steeper near it, do better. Against received wisdom,
            outliers kill nobody here. They do harm in another way: the standard deviation is theirs, so that standard scaling
            presses all other rows together, and is worse than no scaling at all. Remove outliers, or limit them; scaling does
            not.
            """),
        new("bias", "Bias 0 or 0.1?",
            "A small positive bias is said to keep units alive at the start; others say that 0 is as good.",
            "Two layers of 64 ReLU units, all else by itself.",
            [
                new CompareExhibit("compare moons --bias 0 --bias 0.01 --bias 0.1 --bias 1 --epochs 60"),
                new CompareExhibit("compare spirals --bias 0 --bias 0.01 --bias 0.1 --bias 1 --epochs 60", ComparisonCharts.Scores),
            ],
            """
            Neither. 0, 0.01 and 0.1 are not clearly apart on either set, and as many units are silent with one as with the other:
            with a He start and scaled inputs there is nothing for a small bias to cure. A bias of 1 is clearly worse on the
            spirals: most units are active on most rows then, and the network begins as nearly a linear one.
            """),
        new("scale", "Do inputs have to be scaled?",
            "Inputs of mean 0 and variance 1, or from 0 to 1, are said to be needed.",
            "raw.csv are the moons with one column from about 0 to 300 and the other from about 1000 to 1300.",
            [
                new CompareExhibit("compare raw.csv --target class --scale standard --scale minmax --scale none --epochs 60",
                    ComparisonCharts.Losses),
            ],
            """
            Yes: without scaling a quarter of the accuracy is gone. The reason is the rectifier's: where all inputs are large and
            positive, a unit's sum has the same sign on nearly all rows, so that half of the units are silent and the others never
            bend. Against received wisdom, which takes one scale for as good as the other, 0 to 1 is clearly worse than mean 0 and
            variance 1, for the same reason in small: its inputs have no negative half, and a third of the units end silent.
            """),
        new("penalties", "L1 or L2, on weights or on activations?",
            "A penalty on weights and one on activations are both said to make a network sparse. Which does, and what does it cost?",
            "A plain network of one layer of 64 ReLU units on the drawn digits; zeros are exact zeros among hidden outputs.",
            [
                new CompareExhibit($"{Digits} --l2 0 --l2 0.0001 --l2 0.001 --l2 0.01"),
                new CompareExhibit($"{Digits} --l1 0 --l1 0.00001 --l1 0.0001 --l1 0.001"),
                new CompareExhibit($"{Digits} --activation-l1 0 --activation-l1 0.001 --activation-l1 0.01 --activation-l1 0.1",
                    ComparisonCharts.Scores),
            ],
            """
            Only the penalty on activations makes zeros: it is a dial from 36 % to 99 %, and penalties on weights leave zeros
            where they were. In small doses it does more than make zeros: at 0.001 it is clearly better than none, by more than
            any penalty on weights, and at 0.01 five of six outputs are zero at no clear cost. Zeros are not silence: at 83 %
            zeros hardly a unit is silent, for every unit still answers to some rows. At 0.1 it wins over the loss, and nothing is
            learned. L2 and L1 on weights each gain a point at most, in the dose that fits.
            """),
        new("maxout", "Maxout with dropout",
            "Maxout was made for dropout (Goodfellow et al. 2013). Do they help one another?",
            "A plain network of one layer of 64 units on the drawn digits: ReLU or the largest of two linear pieces, with and without "
                + "dropout.",
            [new CompareExhibit($"{Digits} --maxout 0 --maxout 2 --dropout 0 --dropout 0.5", ComparisonCharts.Differences)],
            """
            Two pieces help: maxout is clearly better than ReLU with and without dropout (it has twice the weights, too). Dropout
            does not, here: in fifteen epochs on 2,800 drawings a layer of 64 units does not learn by heart what dropout could
            keep it from, and pays for the noise. On average it costs maxout less than ReLU, as its makers would expect, and the
            pair is not better than maxout alone. For larger networks that do learn by heart, `rectify compare` with your own data
            will say.
            """),
        new("residual", "Residual sums at 30 layers",
            "What do sums that go around layers give a network too deep to learn well?",
            "The same layers with the same start; no normalization in either.",
            [new ResidualExhibit(31, 32, Epochs: 60, "he-normal"), new ResidualExhibit(31, 32, Epochs: 60, "glorot-normal")],
            """
            With He's start they give nothing that is clear: 31 plain layers learn the spirals as well. With Glorot's the plain
            network is lost, and with sums it is as good as any: what goes around the layers arrives, whatever they multiply by.
            So here depth needs one of the two, a start that keeps the size of signals or a way around, and not both; sums forgive
            a bad start.
            """),
        new("slopes", "Which slopes does PReLU learn?",
            "He et al. found larger slopes in the first layers of a deep network than in the last. Is it so in a small one?",
            "One slope for each layer and unit, learned with all else; there is no penalty on it.",
            [new SlopesExhibit(Layers: 4, Units: 32, Epochs: 100)],
            """
            The direction is that of He et al.: the first layers keep a slope of a quarter, which passes on more of what comes in,
            and the last go lower. Surprising is how far: the last layer's mean slope is clearly below zero. Such a unit falls and
            then rises; it is no rectifier any more, but bends like the absolute value.
            """),
        new("autoencoder", "True zeros of an autoencoder's code",
            "A rectifier's code has exact zeros, a sigmoid's has none. Does it cost anything?",
            "784 inputs, 64, a code of 16, 64, and back; the score is the share of variance explained.",
            [
                new CompareExhibit("compare digits --task reconstruction --hidden 64,16,64 --activation relu --activation sigmoid "
                    + "--activation leaky-relu --epochs 15", ComparisonCharts.Losses),
            ],
            """
            It costs nothing: half of all hidden outputs are exact zeros with ReLU, and leaky ReLU, which has none, is not clearly
            better. Sigmoid is clearly worse, and without a zero: in fifteen epochs it has explained less than half as much,
            because less than a tenth of the gradient comes through three layers of it. (`rectify train digits --task
            reconstruction` tells the zeros of the code apart from those of the other layers.)
            """),
    ];

    private static string Digits => "compare digits --model mlp --hidden 64 --epochs 15";

    private static string Layers(int count, int units) => string.Join(',', Enumerable.Repeat(units, count));

    private static string Depth(int layers)
        => $"compare spirals --hidden {Layers(layers, 64)} --init he-normal --init glorot-normal --epochs 40";
}
