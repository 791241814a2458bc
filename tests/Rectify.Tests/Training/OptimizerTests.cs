using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Tests.Training;

public sealed class OptimizerTests
{
    private const int Steps = 6;
    private const float LearningRate = 0.05f;

    /// <summary>A step of one weight in double precision, as PyTorch's documentation writes it.</summary>
    /// <param name="Weight">Before the step.</param>
    /// <param name="Gradient">Of the loss.</param>
    /// <param name="First">The first number it remembers; updated.</param>
    /// <param name="Second">The second one; updated.</param>
    /// <param name="Step">From 1.</param>
    private delegate double Formula(double Weight, double Gradient, ref double First, ref double Second, int Step);

    [Fact]
    public void Sgd_is_plain_descent()
        => Follows(new Sgd(), (double w, double g, ref double _, ref double _, int _) => w - LearningRate * g);

    [Fact]
    public void Momentum_gathers_gradients() => Follows(new Sgd(0.9f), (double w, double g, ref double v, ref double _, int _) =>
    {
        v = 0.9 * v + g;
        return w - LearningRate * v;
    });

    [Fact]
    public void Nesterov_looks_ahead() => Follows(new Sgd(0.9f, nesterov: true), (double w, double g, ref double v, ref double _, int _) =>
    {
        v = 0.9 * v + g;
        return w - LearningRate * (g + 0.9 * v);
    });

    [Fact]
    public void Adam_divides_corrected_moments() => Follows(new Adam(), AdamStep);

    [Fact]
    public void AdamW_shrinks_weights_before_the_step_by_the_learning_rate_times_its_penalty() => Follows(
        new Adam(decoupledDecay: true),
        (double w, double g, ref double m, ref double v, int t) => AdamStep(w * (1 - LearningRate * 0.3), g, ref m, ref v, t),
        new Penalties(0, 0.3f));

    [Fact]
    public void Adam_passes_the_penalty_through_its_moments() => Follows(
        new Adam(),
        (double w, double g, ref double m, ref double v, int t) => AdamStep(w, g + 0.3 * w, ref m, ref v, t),
        new Penalties(0, 0.3f));

    [Fact]
    public void RmsProp_divides_by_the_root_of_the_mean_square() => Follows(
        new RmsProp(), (double w, double g, ref double _, ref double v, int _) =>
    {
        v = 0.99 * v + 0.01 * g * g;
        return w - LearningRate * g / (Math.Sqrt(v) + 1e-8);
    });

    [Fact]
    public void RmsProp_with_momentum_gathers_what_it_divided() => Follows(
        new RmsProp(0.5f), (double w, double g, ref double b, ref double v, int _) =>
    {
        v = 0.99 * v + 0.01 * g * g;
        b = 0.5 * b + g / (Math.Sqrt(v) + 1e-8);
        return w - LearningRate * b;
    });

    /// <remarks>A first step of 1e-8: corrected, Adam divides it by itself plus ε; RMSprop by a tenth of itself plus ε.</remarks>
    [Theory]
    [InlineData("adam", 1 / 2.0)]
    [InlineData("adamw", 1 / 2.0)]
    [InlineData("rmsprop", 1 / 1.1)]
    public void Epsilon_keeps_the_step_of_a_vanishing_gradient_small(string name, double step)
    {
        Network network = Network.Stack(new Shape(1), new Dense(1, 1));
        float[] gradients = new float[network.LearnedLength];
        gradients[0] = 1e-8f;
        network.Row.Clear();
        Optimizer optimizer = OptimizerCatalog.Find(name).Create(0, false);
        optimizer.Step(new(network, Workers.Single), gradients, learningRate: 1, gradientScale: 1, default);

        Assert.Equal(-step, network.Row[0], 1e-4);
    }

    [Fact]
    public void Every_weight_of_a_long_row_is_moved_by_its_own_numbers_whoever_shares_the_work()
    {
        // Four parts and a rest; every seventh weight has the same start and the same gradients.
        using Workers two = new(2);
        foreach (OptimizerEntry entry in OptimizerCatalog.All)
        {
            foreach (Workers workers in (Workers[])[Workers.Single, two])
            {
                Network network = Network.Stack(new Shape(270), new Dense(270, 270));
                OptimizerState state = new(network, workers);
                float[] gradients = [.. Enumerable.Range(0, network.LearnedLength).Select(i => 1f + i % 7)];
                Span<float> weights = network.Row[..network.WeightLength];
                for (int i = 0; i < weights.Length; i++) { weights[i] = i % 7; }
                for (int step = 0; step < 3; step++) { entry.Create(0.9f, false).Step(state, gradients, LearningRate, 1, default); }

                Assert.Equal([.. Enumerable.Range(0, weights.Length).Select(i => network.Row[i % 7])], weights);
                Assert.All(weights[..7].ToArray().Index(), weight => Assert.True(weight.Item < weight.Index));
            }
        }
    }

    [Fact]
    public void A_run_remembers_nothing_of_another()
    {
        foreach (OptimizerEntry entry in OptimizerCatalog.All)
        {
            Optimizer optimizer = entry.Create(0.9f, false);
            Assert.Equal(Run(optimizer, default), Run(optimizer, default));
        }
    }

    [Fact]
    public void What_forgets_goes_on_as_from_the_first_step()
    {
        Network network = Network.Stack(new Shape(3), new Dense(3, 2));
        float[] gradients = [.. Enumerable.Range(1, network.LearnedLength).Select(i => (float)i)];
        foreach (OptimizerEntry entry in OptimizerCatalog.All)
        {
            OptimizerState fresh = new(network, Workers.Single), used = new(network, Workers.Single);
            AfterSteps(entry, used);
            used.Forget();

            Assert.Equal(AfterSteps(entry, fresh), AfterSteps(entry, used));
        }

        float[] AfterSteps(OptimizerEntry entry, OptimizerState state)
        {
            network.Row.Clear();
            Optimizer optimizer = entry.Create(entry.UsesMomentum ? 0.9f : 0, false);
            for (int step = 0; step < 3; step++) { optimizer.Step(state, gradients, LearningRate, gradientScale: 1, default); }
            return network.Row.ToArray();
        }
    }

    [Fact]
    public void Every_optimizer_is_in_the_catalog_under_its_own_name()
    {
        HashSet<Type> made = [.. OptimizerCatalog.All.Select(e => e.Create(0.9f, true).GetType())];

        Assert.All(typeof(Optimizer).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Optimizer))), t => Assert.Contains(t, made));
        Assert.All(OptimizerCatalog.All, e => Assert.Equal(e.Name, e.Create(0.9f, false).Name));
        Refuses("There is no optimizer called 'adagrad'. Known: adam, adamw, sgd, rmsprop.", () => OptimizerCatalog.Find("adagrad"));
    }

    [Fact]
    public void An_optimizer_says_whether_a_momentum_means_anything_to_it()
        => Assert.All(OptimizerCatalog.All, entry => Assert.Equal(
            entry.UsesMomentum, !Run(entry.Create(0, false), default).SequenceEqual(Run(entry.Create(0.9f, false), default))));

    [Fact]
    public void Biases_move_like_weights_but_without_penalties()
    {
        Network network = Network.Stack(new Shape(1), new Dense(1, 1));
        (Parameter weight, Parameter bias) = (network.Nodes[0].Layer.Parameters[0], network.Nodes[0].Layer.Parameters[1]);
        (weight.Value[0], bias.Value[0]) = (1, 1);
        float[] gradients = new float[network.LearnedLength];
        gradients.AsSpan().Fill(2);
        new Sgd().Step(new(network, Workers.Single), gradients, learningRate: 0.1f, gradientScale: 0.5f, new Penalties(0, 1));

        Assert.Equal(1 - 0.1f * (1 + 1), weight.Value[0], 1e-6f);
        Assert.Equal(1 - 0.1f * 1, bias.Value[0], 1e-6f);
    }

    [Fact]
    public void Any_number_of_weights_is_moved_and_none_beyond()
    {
        for (int length = 0; length <= 40; length++)
        {
            float[] weights = Counted(1), gradients = Counted(100), first = Counted(10_000), second = Counted(1_000_000);
            Updates.Apply(
                default(Gather), Workers.Single, weights.AsSpan(..length), gradients.AsSpan(..length), first.AsSpan(..length),
                second.AsSpan(..length));

            Assert.Equal(Counted(1).Select((x, i) => i < length ? x + 100 * x : x), weights);
            Assert.Equal(Counted(10_000).Select((x, i) => i < length ? x + 1 : x), first);
            Assert.Equal(Counted(1_000_000).Select((x, i) => i < length ? x + 2 : x), second);
        }

        static float[] Counted(int times) => [.. Enumerable.Range(1, 44).Select(i => (float)i * times)];
    }

    [Theory]
    [InlineData(4, 5, 5), InlineData(5, 4, 5), InlineData(5, 5, 4)]
    public void Weights_without_as_many_gradients_and_moments_are_refused(int gradients, int first, int second)
        => Assert.Equal(
            $"An update of 5 weights takes as many gradients and moments, but is given {gradients}, {first} and {second}.",
            Assert.Throws<ArgumentException>(() => Updates.Apply(
                default(Gather), Workers.Single, new float[5], new float[gradients], new float[first], new float[second])).Message);

    [Fact]
    public void A_momentum_out_of_range_is_refused()
    {
        Refuses("A momentum of 1 is out of range: it takes 0 or more and less than 1.", () => new Sgd(1));
        Refuses("A momentum of -1 is out of range: it takes 0 or more and less than 1.", () => new RmsProp(-1));
        Refuses("Nesterov's look ahead needs a momentum above 0: add --momentum 0.9.", () => new Sgd(0, true));
    }

    private static void Refuses(string sentence, Func<object> make)
        => Assert.Equal(sentence, Assert.Throws<ArgumentException>(make).Message);

    private static double AdamStep(double w, double g, ref double m, ref double v, int t)
    {
        m = 0.9 * m + 0.1 * g;
        v = 0.999 * v + 0.001 * g * g;
        return w - LearningRate * (m / (1 - Math.Pow(0.9, t))) / (Math.Sqrt(v / (1 - Math.Pow(0.999, t))) + 1e-8);
    }

    private static void Follows(Optimizer optimizer, Formula formula, Penalties penalties = default)
    {
        float[] row = Run(optimizer, penalties);
        for (int i = 0; i < row.Length; i++)
        {
            double weight = Start(i), first = 0, second = 0;
            for (int step = 1; step <= Steps; step++) { weight = formula(weight, GradientOf(i, step), ref first, ref second, step); }
            Assert.Equal(weight, row[i], 3e-6);
        }
    }

    // The weights of a dense layer, without what pads them to a cache line.
    private static float[] Run(Optimizer optimizer, Penalties penalties)
    {
        Network network = Network.Stack(new Shape(5), new Dense(5, 7));
        for (int i = 0; i < 35; i++) { network.Row[i] = Start(i); }
        OptimizerState state = new(network, Workers.Single);
        float[] gradients = new float[network.LearnedLength];
        for (int step = 1; step <= Steps; step++)
        {
            for (int i = 0; i < 35; i++) { gradients[i] = GradientOf(i, step); }
            optimizer.Step(state, gradients, LearningRate, gradientScale: 1, penalties);
        }
        return network.Row[..35].ToArray();
    }

    private static float Start(int index) => new Philox(1, RandomPurpose.Weights).Normal((ulong)index);
    private static float GradientOf(int index, int step) => new Philox(1, RandomPurpose.SyntheticData, (ulong)step).Normal((ulong)index);

    private readonly struct Gather : IUpdate
    {
        public void Invoke<T>(ref T weight, T gradient, ref T first, ref T second) where T : struct, ISimdLane<T>, ILane<T>
            => (weight, first, second) = (weight + gradient, first + 1, second + 2);
    }
}
