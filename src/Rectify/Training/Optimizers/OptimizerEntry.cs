namespace Rectify.Training;

/// <summary>An optimizer in <see cref="OptimizerCatalog"/>.</summary>
/// <param name="Name">As typed.</param>
/// <param name="UsesMomentum">Whether a momentum means anything to it.</param>
/// <param name="Create">Makes it from momentum and Nesterov's look ahead.</param>
public sealed record OptimizerEntry(string Name, bool UsesMomentum, Func<float, bool, Optimizer> Create);
