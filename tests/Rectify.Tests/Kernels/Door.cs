namespace Rectify.Tests.Kernels;

/// <summary>An entry of the room of kernels by which spans come in, with lengths that go together.</summary>
/// <param name="Name">Type and method, or the type alone where it is made of spans.</param>
/// <param name="Lengths">Of each span. One less or more of any is not whole rows of anything.</param>
/// <param name="Enter">Goes in with spans of some lengths.</param>
internal sealed record Door(string Name, int[] Lengths, Action<float[][]> Enter)
{
    /// <summary>Which spans are mere room, or hold more than is read, and so may be longer.</summary>
    public int[] Roomy { get; init; } = [];

    /// <summary>Goes in with the lengths that fit, but for one span.</summary>
    /// <param name="span">Which.</param>
    /// <param name="more">By how many numbers it is longer; below 0 where it is shorter.</param>
    public void EnterWith(int span, int more)
        => Enter([.. Lengths.Select((length, i) => new float[i == span ? length + more : length])]);

    public override string ToString() => $"{Name} of {string.Join(", ", Lengths)}";
}
