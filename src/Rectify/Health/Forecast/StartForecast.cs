using Rectify.Data;
using Rectify.Layers;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Health;

/// <summary>
/// What can be said before the first step, from the actual data, architecture and start: silent units, how likely such a network is
/// born dead, and the size of signals and gradients by depth beside what theory expects.
/// </summary>
/// <param name="Layers">One an activation layer, in the order of computation.</param>
/// <param name="BornDead">How likely such a network is born dead, by the same starts as what is expected of layers.</param>
public sealed record StartForecast(IReadOnlyList<StartForecast.Layer> Layers, BornDeadForecast BornDead)
{
    /// <summary>
    /// The mean square of the gradient at the first layer over that at the last; NaN without layers, or where none passes.
    /// </summary>
    public double GradientRatio => Layers.Count == 0 ? double.NaN : Layers[0].GradientMeanSquare / Layers[^1].GradientMeanSquare;

    /// <summary>What is foreseen of one layer. What is expected is the mean over other starts of the same kind.</summary>
    /// <param name="Census">Its units on the probe, as the network starts.</param>
    /// <param name="PreActivationVariance">
    /// Over rows and units, as the network starts, in inference mode; of maxout over all pieces. What is expected is normalized over
    /// the batch where there is batch normalization, as in the first steps.
    /// </param>
    public sealed record Layer(LayerCensus Census, double PreActivationVariance)
    {
        /// <summary>The expected share of units that no row activates; smooth ones are saturated on every row.</summary>
        public double SilentShare { get; init; }

        /// <summary>The expected mean square of pre-activations, over rows and units.</summary>
        public double MeanSquare { get; init; }

        /// <summary>What theory says it is: a He start preserves it.</summary>
        public double TheoryMeanSquare { get; init; }

        /// <summary>
        /// The expected mean square of the gradient by pre-activations, where the gradient by the network's output is standard normal
        /// numbers. NaN of a layer that reads the network's inputs.
        /// </summary>
        public double GradientMeanSquare { get; init; }

        /// <summary>What theory says it is.</summary>
        public double TheoryGradientMeanSquare { get; init; }
    }

    /// <summary>Looks at a network as it starts, and at other starts as many as a fraction of a second allows.</summary>
    /// <inheritdoc cref="BornDeadForecast.Of(Network, Initializer, SampleSource, ulong, CancellationToken)"/>
    public static StartForecast Of(
        Network network, Initializer initializer, SampleSource probe, ulong seed, CancellationToken cancellation = default)
    {
        Dictionary<string, Spread> preActivations = [];
        IReadOnlyList<LayerCensus> census = new Census(network, probe).Take((node, pass) =>
        {
            cancellation.ThrowIfCancellationRequested();
            Spread spread = preActivations.GetValueOrDefault(node.Name);
            foreach (float value in pass.Input.Values) { spread.Add(value); }
            preActivations[node.Name] = spread;
        });
        FreshStarts starts = new(network, initializer, probe, seed);
        starts.Draw(cancellation, withGradients: true);
        SignalTheory theory = new(network, initializer, starts);

        IEnumerable<Node> nodes = network.Nodes.Where(n => n.Layer is IActivationLayer);
        return new(
            [.. census.Zip(nodes, (layer, node) => Of(layer, preActivations[layer.Layer].Variance, node, starts, theory))],
            BornDeadForecast.Of(network, starts, theory));
    }

    private static Layer Of(LayerCensus census, double variance, Node node, FreshStarts starts, SignalTheory theory)
    {
        int before = node.Inputs[0];
        double count = starts.Count;
        SignalForecast signal = SignalForecast.Of(node, starts, theory);
        bool isOfInputs = before == Node.NetworkInput;
        return new(census, variance)
        {
            SilentShare = starts.SilentUnits[node.Index] / (count * census.Units),
            MeanSquare = signal.MeanSquare,
            TheoryMeanSquare = signal.TheoryMeanSquare,
            GradientMeanSquare = isOfInputs ? double.NaN : starts.Sizes.OutputGradients[before] / count,
            TheoryGradientMeanSquare = isOfInputs ? double.NaN : theory.OutputGradients[before],
        };
    }
}
