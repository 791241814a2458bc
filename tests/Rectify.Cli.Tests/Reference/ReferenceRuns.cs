namespace Rectify.Cli.Tests.Reference;

/// <summary>
/// Runs that between them use all that training can do, each in a few steps of a network wide enough, and of batches large enough,
/// that threads share its products, sums and updates.
/// </summary>
/// <remarks>What a run computes is a promise. Change a hash only with a reason in the commit: every user's runs change with it.</remarks>
internal static class ReferenceRuns
{
    // Two steps an epoch.
    private const string Wide = "--hidden 160,128 --batch-size 512 --epochs 2";

    // 200 images: few, because a machine that computes fused multiply-adds in software learns them, too.
    private const string Digits = "digits --validation 0 --test 0.95 --batch-size 64 --epochs 2";

    public static IReadOnlyList<ReferenceRun> All { get; } =
    [
        new("relu",
            $"spirals {Wide} --loss cross-entropy --bias 0.1 --schedule constant --warmup 2",
            "47537ecce9457bd3158556dd0dfa2bbbeac84756c35502ff4bc8ee58a98c9930"),
        new("gelu, dropout, decay",
            $"moons {Wide} --activation gelu --dropout 0.3 --optimizer adamw --l2 0.01 --schedule cosine",
            "942303ab119fbeb011b58cd4d56428e99746c5e0b369750b4935d16a01e91ff1"),
        new("batch norm, clipping",
            $"spirals {Wide} --activation elu --batch-norm --clip 0.5 --optimizer sgd --momentum 0.9 --nesterov --lr 0.05 --schedule step",
            "d04099143f1dcb340c32ff960e1292eb01a48cc2835b8ed0306c4bf154766c86"),
        new("maxout, rmsprop",
            $"blobs {Wide} --maxout 3 --optimizer rmsprop --momentum 0.5 --schedule one-cycle",
            "1b252d4208ae43d0579d27fdf2ad428c65398479acf0b784c3587982be21e8f8"),
        new("rrelu, l1",
            $"circles {Wide} --activation rrelu --l1 0.0001 --optimizer adamw --schedule one-cycle --warmup 3",
            "a1d118cfe3a45d866df8abefe3467308ddb6cd4d728187c77e8cb84e69515cd7"),
        new("prelu, label smoothing",
            $"blobs {Wide} --activation prelu --label-smoothing 0.1 --init orthogonal --schedule step --warmup 3",
            "def62b7aa2a381864b3254d7404daccc440286b81bc4a89db60ff9950b6620d3"),
        new("prelu of each unit, balanced classes",
            $"spirals {Wide} --activation prelu:per-channel --class-weight balanced --loss bce --dropout 0.1 --optimizer adam "
                + "--schedule constant",
            "4146198eefd24175e7d7a52489616f2ab3523e745ce577e2c12e82f0cafef914"),
        new("softplus, sparse",
            $"moons {Wide} --activation softplus:beta=2 --activation-l1 0.001 --l1 0.0001 --l2 0.001 --schedule cosine --warmup 2",
            "0f3ffb453f613a74884061586eda6e38bd99ca320f0a3e17d48f55c959373148"),
        new("softmax before the loss",
            $"circles {Wide} --activation mish --output-activation softmax --output-units 2 --optimizer rmsprop",
            "a3b3772bed695a9f32194fbac9e22ae982a09206b3cca229bb34cda217e924c6"),
        new("regression",
            $"moons --target y --task regression {Wide} --activation tanh --loss huber --scale minmax",
            "dd201f320c847d227f2c54a79e343f500e4041bdb8f5e239e196455d3744cd54"),
        new("absolute error, scaled by data",
            $"moons --target x --task regression {Wide} --activation selu --loss mae --init lsuv",
            "d638b677cf408f6eebe104a98a255c2f872367a51d2b60cf5b1835267ef99eab"),
        new("autoencoder",
            $"{Digits} --task reconstruction --model mlp --hidden 64,16,64 --activation silu --loss mse --scale minmax",
            "6f4c6d6be7e4fbf4d549c154d8e2183509d605e848e67f894c308fea980ad171"),
        new("convolution, augmentation",
            $"{Digits} --channels 6,8 --hidden 24 --batch-norm --dropout 0.2 --augment shift=2,flip,crop=3",
            "849f15aa54e1ba102440345be7e8de02cb8784b90bbb30bfd71b9a9df3a6f2d0"),
        new("convolution, prelu",
            $"{Digits} --channels 5,8 --hidden 24 --activation prelu:per-channel --optimizer sgd --lr 0.02 --clip 1 --schedule step",
            "0db5f8dd4e49b4be5045f955f3554178a07cb8496f3f54f4ccae840e3e2c9b53"),
        new("convolution, maxout",
            $"{Digits} --channels 4,6 --hidden 16 --maxout 2 --dropout 0.1 --label-smoothing 0.05 --warmup 0",
            "3327f9eea91d6e99b1a54a524a512d57d12a1fee867ab9e373be32454d14cbee"),
    ];

    public static ReferenceRun Find(string name) => All.Single(run => run.Name == name);
}
