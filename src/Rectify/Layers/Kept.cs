namespace Rectify.Layers;

/// <summary>What a layer's backward pass reads of its forward pass, and so what a workspace may not reuse before.</summary>
[Flags]
public enum Kept
{
    Nothing = 0,
    Input = 1,
    Output = 2,
}
