namespace Rectify.Health;

/// <summary>
/// After which epochs a portrait is made: after 1, 2, 4, 8 …, and so seldom else that it takes a small share of the time. It follows
/// from the sizes alone, as looks do. However many epochs there are, about as many portraits are kept of the last half of them as of
/// a short run: their number grows with the logarithm.
/// </summary>
/// <param name="rows">Rows that a portrait goes through.</param>
/// <param name="rowsOfEpoch">Rows of an epoch.</param>
internal sealed class PortraitSchedule(int rows, int rowsOfEpoch)
{
    // As of a look: about two passes of the three that each row of a step takes.
    private const double CostOfRow = 2.0 / 3, ShareOfTime = 0.01;
    private const int MostInRow = 128;

    private readonly int _pause = Math.Max(1, (int)(CostOfRow * rows / Math.Max(rowsOfEpoch, 1) / ShareOfTime));

    public bool IsDue(int epoch) => int.IsPow2(epoch) || (epoch % _pause == 0 && epoch / _pause % StrideAt(epoch / _pause) == 0);

    // The least power of two by which there are no more than so many up to here.
    private static long StrideAt(int count)
    {
        long stride = 1;
        while (count > MostInRow * stride) { stride *= 2; }
        return stride;
    }
}
