using Rectify.Training;

namespace Rectify.Tests.Training;

/// <summary>An observer that is one function.</summary>
internal sealed class Listener(Action<TrainingEvent> on) : ITrainingObserver
{
    public void On(TrainingEvent e) => on(e);
}
