using Rectify.Models;

namespace Rectify.Tests.Models;

public sealed class OutputReaderTests
{
    private static readonly float LogOf3 = MathF.Log(3);

    [Fact]
    public void Scores_of_classes_become_shares_of_one_whole() => Near([0.25f, 0.75f], OutputMeaning.ClassScores, 1, 1 + LogOf3);

    [Fact]
    public void A_single_score_is_all_for_its_class() => Near([1, 0], OutputMeaning.ClassScores, -5);

    [Fact]
    public void One_independent_score_is_the_share_of_the_second_class() => Near([0.25f, 0.75f], OutputMeaning.IndependentScores, LogOf3);

    [Fact]
    public void Several_have_a_share_each() => Near([0.5f, 0.75f, 0.25f], OutputMeaning.IndependentScores, 0, LogOf3, -LogOf3);

    [Fact]
    public void Values_are_no_scores() => Assert.Equal(
        "The outputs are values, not scores of classes.",
        Assert.Throws<ArgumentException>(() => OutputReader.Shares(OutputMeaning.Values, [1], new float[1])).Message);

    [Theory]
    [InlineData(0, 0.5f, 0.5f)]
    [InlineData(1, 0.2f, 0.6f, 0.2f)]
    [InlineData(2, 0.1f, 0.2f, 0.7f)]
    [InlineData(0, 1f)]
    public void The_first_of_the_largest_is_the_likeliest(int likeliest, params float[] shares)
        => Assert.Equal(likeliest, OutputReader.Likeliest(shares));

    private static void Near(float[] expected, OutputMeaning meaning, params float[] outputs)
    {
        float[] shares = new float[expected.Length];
        OutputReader.Shares(meaning, outputs, shares);
        Assert.Equal(expected, shares, (a, b) => Math.Abs(a - b) < 1e-6f);
    }
}
