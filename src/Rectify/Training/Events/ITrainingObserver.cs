namespace Rectify.Training;

/// <summary>Reads a run's events as they happen, between steps. It may look at the network; it must not change it.</summary>
public interface ITrainingObserver
{
    void On(TrainingEvent e);
}
