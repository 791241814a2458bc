namespace Rectify.Networks;

/// <summary>Whose number sets the scale of a weight.</summary>
internal enum Fan
{
    In,
    Average,
}
