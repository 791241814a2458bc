using Rectify.Data;
using Rectify.Health;
using Rectify.Layers;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.HealthCases;

/// <summary>Twenty dense layers, two to a block whose input is added to its output (He et al. 2016): deep, and healthy.</summary>
internal static class ResidualCase
{
    private const int Blocks = 9, Units = 32;

    public static CaseOutcome Run(ulong seed)
    {
        TableData data = TableData.Make(CaseData.Made("spirals", seed), CaseData.Target, new DataOptions { Seed = seed });
        Network network = Build(data.Pipeline.InputShape.Length);
        network.Initialize(Initializer.Parse("he"), seed);
        TrainingPlan plan = new() { Loss = new CrossEntropy(), Epochs = 50, Seed = seed };
        HealthMonitor monitor = new(network, plan, data.Training, data.Validation);
        TrainingResult result = new Trainer(network, plan).Fit(data.Training, data.Validation, [monitor]);
        return new(monitor.Told, monitor.Report(), result, plan.Epochs);
    }

    private static Network Build(int inputs)
    {
        NetworkBuilder builder = new(new Kernels.Shape(inputs));
        builder.Add(new Dense(inputs, Units)).Add(new ActivationLayer("relu"));
        for (int block = 0; block < Blocks; block++)
        {
            int input = builder.Last;
            builder.Add(new Dense(Units, Units)).Add(new BatchNorm(Units)).Add(new ActivationLayer("relu"));
            builder.Add(new Dense(Units, Units)).Add(new BatchNorm(Units));
            builder.Add(new Add(), [builder.Last, input]);
            builder.Add(new ActivationLayer("relu"));
        }
        return builder.Add(new Dense(Units, 2)).Build();
    }
}
