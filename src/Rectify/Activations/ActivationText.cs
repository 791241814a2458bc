using System.Globalization;

namespace Rectify.Activations;

/// <summary>An activation as text: "leaky-relu:slope=0.2".</summary>
internal static class ActivationText
{
    public static Activation Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split(':', 2);
        ActivationEntry entry = ActivationCatalog.Find(parts[0]);
        float[] settings = Complete(entry.Info, []);
        foreach (string part in parts.Length == 2 ? parts[1].Split(',') : []) { Read(entry.Info, part.Trim(), settings); }
        return entry.Create(settings);
    }

    public static string Write(ActivationInfo info, IReadOnlyList<float> settings)
    {
        IEnumerable<string> changed = info.Settings.Zip(settings)
            .Where(pair => pair.Second != pair.First.Default)
            .Select(pair => pair.First.ToText(pair.Second));
        string joined = string.Join(",", changed);
        return joined == "" ? info.Name : $"{info.Name}:{joined}";
    }

    /// <summary>The given settings, checked, or the defaults where none are given.</summary>
    public static float[] Complete(ActivationInfo info, ReadOnlySpan<float> given)
    {
        float[] settings = given.IsEmpty ? [.. info.Settings.Select(setting => setting.Default)] : given.ToArray();
        if (settings.Length != info.Settings.Count)
        {
            throw new ArgumentException(
                $"{info.Name} takes {info.Settings.Count} settings ({info.SettingsText}), but {settings.Length} were given.");
        }
        foreach ((ActivationSetting setting, float value) in info.Settings.Zip(settings)) { setting.Check(info.Name, value); }
        return settings;
    }

    private static void Read(ActivationInfo info, string part, float[] settings)
    {
        string[] pair = part.Split('=', 2);
        int index = info.Settings.Select(setting => setting.Name).ToList().IndexOf(pair[0]);
        int denied = pair.Length == 1 ? info.Settings.Select(setting => setting.Opposite).ToList().IndexOf(pair[0]) : -1;
        if (denied >= 0)
        {
            settings[denied] = 0;
            return;
        }
        if (index < 0) { throw new ArgumentException($"'{part}' is not a setting of {info.Name}. It takes: {info.SettingsText}."); }

        ActivationSetting known = info.Settings[index];
        string value = pair.Length == 2 ? pair[1] : known.IsFlag ? "1" : "";
        if (!float.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out float number))
        {
            throw new ArgumentException($"'{part}': '{value}' is not a number. "
                + $"{known.Name} of {info.Name} is {known.Accepted}, e.g. {known.ToText(known.Default)}.");
        }
        known.Check(info.Name, number);
        settings[index] = number;
    }
}
