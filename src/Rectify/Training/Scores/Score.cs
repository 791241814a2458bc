namespace Rectify.Training;

/// <summary>How well a network does on some rows.</summary>
/// <param name="Rows">Rows judged.</param>
/// <param name="Loss">Mean loss, in the unit of training.</param>
public abstract record Score(int Rows, double Loss)
{
    /// <summary>The one number by which runs are told apart, larger being better: accuracy or R².</summary>
    public abstract double Headline { get; }
}
