using System.Security.Cryptography;
using Rectify.Data;
using Rectify.Kernels;

namespace Rectify.Tests.Data.Images;

public sealed class DrawnDigitsTests
{
    private static readonly ImageSet Drawn = DrawnDigits.Make(seed: 42, count: 200);

    [Fact]
    public void The_ten_classes_have_equal_shares()
    {
        Assert.Equal((200, new Shape(28, 28, 1), "digits"), (Drawn.Count, Drawn.Shape, Drawn.Name));
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], Drawn.Labels);
        Assert.All(Enumerable.Range(0, 200).CountBy(Drawn.ClassOf), share => Assert.Equal(20, share.Value));
    }

    /// <summary>A picture that changes breaks every model trained on it: the bytes are the same on every machine.</summary>
    [Fact]
    public void The_seed_decides_every_byte()
    {
        Assert.Equal("4246d7ad036e06b1b7774e4480d6e5adc2074d5ca16326fdbaf609d30b0cbac7", HashOf(Drawn));
        Assert.NotEqual(HashOf(Drawn), HashOf(DrawnDigits.Make(seed: 43, count: 200)));
    }

    [Fact]
    public void The_first_digits_are_the_same_whatever_the_count()
        => Assert.Equal(Drawn.Pixels(9).ToArray(), DrawnDigits.Make(seed: 42, count: 10).Pixels(9).ToArray());

    /// <summary>The mean light of the border's pixels is that of noise and clutter: no digit is cut off.</summary>
    [Fact]
    public void Digits_are_light_on_dark_and_inside()
    {
        for (int image = 0; image < Drawn.Count; image++)
        {
            byte[] pixels = Drawn.Pixels(image).ToArray();
            IEnumerable<int> border = Enumerable.Range(0, pixels.Length).Where(i => i / 28 is 0 or 27 || i % 28 is 0 or 27);
            Assert.InRange(border.Average(i => pixels[i]), 0, 25);
            Assert.InRange(pixels.Max(), 140, 255);
        }
    }

    [Fact]
    public void Too_few_are_refused()
        => Assert.StartsWith(
            "digits cannot have 9 images; at least 10 are needed.",
            Assert.Throws<ArgumentOutOfRangeException>(() => DrawnDigits.Make(seed: 1, count: 9)).Message);

    private static string HashOf(ImageSet set)
        => Convert.ToHexStringLower(SHA256.HashData([.. Enumerable.Range(0, set.Count).SelectMany(image => set.Pixels(image).ToArray())]));
}
