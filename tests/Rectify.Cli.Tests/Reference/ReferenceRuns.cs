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
            "a7010f75b7cbdff8be585cbe788775eb94622a89aeeb62fc77bb0d9f21f53831"),
        new("batch norm, clipping",
            $"spirals {Wide} --activation elu --batch-norm --clip 0.5 --optimizer sgd --momentum 0.9 --nesterov --lr 0.05 --schedule step",
            "adc91acb3945e091ca3f41b1892b2ae16789b468b21ef7b12a2b6d579d9ec15a"),
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
            "830ea2d8b2af43fef033b3f0437e09534d576f53ea390e09a16acdfb6e920f08"),
        new("softplus, sparse",
            $"moons {Wide} --activation softplus:beta=2 --activation-l1 0.001 --l1 0.0001 --l2 0.001 --schedule cosine --warmup 2",
            "2cfdd9b8c14422e00418d90f0239cc26be1267b1a56bce159e5ef86e64a44709"),
        new("softmax before the loss",
            $"circles {Wide} --activation mish --output-activation softmax --output-units 2 --optimizer rmsprop",
            "d276664b4ff311167df957173a1cc28c7292bef0db38c3e684bae764f47ea1e8"),
        new("regression",
            $"moons --target y --task regression {Wide} --activation tanh --loss huber --scale minmax",
            "628a872eb009bff71b8916f8610dda957281c9ebdb1288b32d63e0c3ec1d8eba"),
        new("absolute error, scaled by data",
            $"moons --target x --task regression {Wide} --activation selu --loss mae --init lsuv",
            "de64995137315f7112d5c37f69bdea94a23a24618326065cb2c644348e129928"),
        new("autoencoder",
            $"{Digits} --task reconstruction --model mlp --hidden 64,16,64 --activation silu --loss mse --scale minmax",
            "9d066825f12548be8d54e845c6c658b72731797e428c4a7e07ae2571f064be63"),
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
