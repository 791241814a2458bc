namespace Rectify.Layers;

/// <summary>What a pass is for: dropout, batch normalization and drawn slopes differ between the two.</summary>
public enum Mode
{
    Inference,
    Training,
}
