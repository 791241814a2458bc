using System.Globalization;
using System.Text.Json.Nodes;
using Rectify.Cli.Reports;
using Rectify.Data;

namespace Rectify.Cli.Settings;

/// <summary>
/// All that was asked of compare: every setting that was given several values is a factor, and factors cross. Learning rates are a grid
/// to choose from, unless nothing else is compared.
/// </summary>
internal sealed record CompareRequest
{
    public const int DefaultSeeds = 5;
    private const string RateKey = "lr", SeedKey = "seed", SeedsKey = "seeds";
    private const int MostVariants = 1000;

    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _texts;
    private readonly IReadOnlyList<Setting> _factors;

    private CompareRequest(
        string data, IReadOnlyDictionary<string, IReadOnlyList<string>> texts, ConfigFile config, int seeds)
    {
        (Data, _texts) = (data, texts);
        Setting[] several = [.. TrainSettings.All.Where(s => !s.IsRepeatable && texts.GetValueOrDefault(s.Key, []).Count > 1)];
        foreach (Setting setting in several) { CheckDiffer(setting, texts[setting.Key]); }
        Setting[] factors = [.. several.Where(s => s.Key != RateKey)];
        _factors = factors.Length > 0 ? factors : several;
        if (_factors.Count == 0)
        {
            throw new UsageException(
                "compare needs something to compare: give an option of train several times, as --activation relu --activation gelu.");
        }
        RateTexts = factors.Length > 0 && several.Length > factors.Length ? texts[RateKey] : [];
        Variants = [.. Crossed().Select(options => VariantOf(options, config))];
        Seeds = [.. Enumerable.Range(0, seeds).Select(i => Common.Options.Seed + (ulong)i)];
        LearningRates = [.. RateTexts.Select(text => new SettingText("--" + RateKey, text).Number())];
        if (RateTexts.Count > 0 && Common.Options.Validation == 0)
        {
            throw new UsageException("A learning rate is chosen by validation rows: leave --validation 0 out, or give --lr once.");
        }
    }

    public string Data { get; }

    /// <summary>What validation chooses a learning rate from; empty where there is nothing to choose.</summary>
    public IReadOnlyList<float> LearningRates { get; }
    public IReadOnlyList<ulong> Seeds { get; }

    /// <summary>One a combination of values, in the order in which they were typed; the last factor changes fastest.</summary>
    public IReadOnlyList<CompareVariant> Variants { get; }

    /// <summary>What all variants share is read from the first.</summary>
    public TrainRequest Common => Variants[0].Request;

    private IReadOnlyList<string> RateTexts { get; }

    /// <exception cref="UsageException">Nothing is compared, or a value is not what its option takes.</exception>
    public static CompareRequest Of(
        string data, IReadOnlyDictionary<string, IReadOnlyList<string>> texts, ConfigFile config, int seeds)
        => new(data, texts, config, seeds);

    /// <summary>What compare.json keeps.</summary>
    public JsonObject ToPlan()
    {
        JsonObject plan = PlanJson.Of(Data, Common);
        foreach ((string key, IReadOnlyList<string> texts) in _texts.Where(one => one.Value.Count > 1))
        {
            plan["options"]![key] = new JsonArray([.. texts.Select(text => (JsonNode)text)]);
        }
        plan[SeedsKey] = Seeds.Count;
        return plan;
    }

    /// <summary>What an earlier comparison was asked.</summary>
    /// <param name="plan">Its compare.json.</param>
    /// <param name="path">Where that is.</param>
    /// <param name="typed">What is another now.</param>
    /// <exception cref="DataException">The file was altered.</exception>
    public static CompareRequest OfPlan(JsonObject plan, string path, IReadOnlyDictionary<string, IReadOnlyList<string>> typed)
    {
        try
        {
            Dictionary<string, IReadOnlyList<string>> texts = [];
            foreach ((string key, JsonNode? value) in plan["options"]!.AsObject())
            {
                Setting setting = TrainSettings.All.Single(s => s.Key == key);
                texts[setting.Key] = value is JsonArray several ? [.. several.Select(one => one!.ToString())] : [value!.ToString()];
            }
            foreach ((string key, IReadOnlyList<string> now) in typed) { texts[key] = now; }
            return new((string)plan["data"]!, texts, ConfigFile.None, (int)plan[SeedsKey]!);
        }
        catch (UsageException e) { throw new DataException($"{path} was altered: {e.Message}", e); }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or NullReferenceException or FormatException)
        {
            throw new DataException($"{path} was altered: it is no plan of a comparison any more.", e);
        }
    }

    /// <summary>The command that compares again.</summary>
    public string Command => RepeatCommand.Of(WithoutFree(ToPlan()), "compare");

    /// <summary>The command that makes one of the runs again, with its health verdict and report.</summary>
    public string CommandOf(int variant, ulong seed, float learningRate)
    {
        JsonObject plan = WithoutFree(PlanJson.Of(Data, Variants[variant].Request));
        plan["options"]![SeedKey] = seed.ToString(CultureInfo.InvariantCulture);
        plan["options"]![RateKey] = learningRate.ToString(CultureInfo.InvariantCulture);
        return RepeatCommand.Of(plan);
    }

    private CompareVariant VariantOf(IReadOnlyDictionary<Setting, string> options, ConfigFile config)
    {
        TrainRequest request = TrainRequest.Of(
            setting => options.TryGetValue(setting, out string? text) ? [text]
                : setting.Key == RateKey && RateTexts.Count > 0 ? [RateTexts[0]]
                : _texts.GetValueOrDefault(setting.Key, []),
            config);
        string name = string.Join(", ", options.Select(option => option.Key.Key == "activation"
            ? option.Value
            : $"{option.Key.Key}={option.Value}"));
        return new(name, options.ToDictionary(option => option.Key.Key, option => option.Value), request);
    }

    private IEnumerable<IReadOnlyDictionary<Setting, string>> Crossed()
    {
        if (_factors.Aggregate(1.0, (product, factor) => product * _texts[factor.Key].Count) is > MostVariants and double count)
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture,
                $"{count:N0} combinations are more than anybody compares: give fewer values, at most {MostVariants:N0} combinations."));
        }
        IEnumerable<IReadOnlyDictionary<Setting, string>> crossed = [new Dictionary<Setting, string>()];
        return _factors.Aggregate(crossed, (before, factor) => before.SelectMany(options =>
            _texts[factor.Key].Select(text => new OrderedDictionary<Setting, string>(options) { [factor] = text })));
    }

    // What changes no bit of a result.
    private static JsonObject WithoutFree(JsonObject plan)
    {
        foreach (Setting free in TrainSettings.All.Where(s => s is { OnResume: Resumption.Free, InCompare: Comparability.Same }))
        {
            plan["options"]!.AsObject().Remove(free.Key);
        }
        return plan;
    }

    private static void CheckDiffer(Setting setting, IReadOnlyList<string> texts)
    {
        if (texts.GroupBy(text => text).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new UsageException($"{setting.Name} {twice.Key} was given twice: what is compared has to differ.");
        }
    }
}
