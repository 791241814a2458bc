using Rectify.Activations;
using Rectify.Data;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;
using Rectify.Training;

// A network that learns exclusive or: 1 where exactly one of two inputs is 1.
Network network = new NetworkBuilder(new Shape(2))
    .Add(new Dense(2, 8))
    .Add(new ActivationLayer(Activation.Of(new Squareplus(Softness: 0.5f))))
    .Add(new Dense(8, 2))
    .Build();
network.Initialize(Initializer.Parse("he-normal"), seed: 1);

ArraySource rows = new(inputs: [0, 0, 0, 1, 1, 0, 1, 1], targets: [0, 1, 1, 0], inputWidth: 2);
TrainingPlan plan = new() { Loss = new CrossEntropy(), LearningRate = 0.05f, Epochs = 200, Patience = 0 };
TrainingResult result = new Trainer(network, plan).Fit(rows, validation: null);

Workspace workspace = new(network, WorkspaceKind.Inference, batchSize: 4);
workspace.Input.Count = 4;
rows.Fill([0, 1, 2, 3], workspace.Input.Values, targets: []);
Batch output = workspace.Forward();
Console.WriteLine($"{network}, after {result.Epochs} epochs:");
for (int row = 0; row < output.Count; row++)
{
    Span<float> input = workspace.Input.Row(row), scores = output.Row(row);
    Console.WriteLine($"{input[0]} xor {input[1]} = {(scores[1] > scores[0] ? 1 : 0)}");
}

//<readme>
/// <summary>A rectifier with a round corner, made of a square root.</summary>
internal readonly record struct Squareplus(float Softness) : IActivation<Squareplus>
{
    public static ActivationInfo Info { get; } = new("squareplus")
    {
        Summary = "Smooth like softplus, without exponentials; the smaller its softness, the nearer to relu.",
        Formula = "(x + √(x² + softness))/2",
        Source = "Barron 2021, equation 1",
        Settings = [new("softness", Default: 4) { Minimum = 0, ExcludesMinimum = true }],
    };

    public static Squareplus Create(ReadOnlySpan<float> settings) => new(settings[0]);
    public static float[] SettingsOf(Squareplus definition) => [definition.Softness];

    public T Forward<T>(T x) where T : struct, ILane<T> => (x + T.Sqrt(x * x + Softness)) / 2;
    public T Derivative<T>(T x) where T : struct, ILane<T> => (1 + x / T.Sqrt(x * x + Softness)) / 2;
}
//</readme>
