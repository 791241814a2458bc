using System.Text.Json.Nodes;

namespace Rectify.Data;

/// <summary>Reads the fields of an object that a model file holds; what is missing or of the wrong kind becomes a sentence.</summary>
internal readonly struct JsonFields
{
    private const string Damaged = "The model file is damaged, or was not written by this program.";

    private readonly JsonObject _json;
    private readonly string _place;

    /// <param name="node">The object.</param>
    /// <param name="place">What the sentence calls it.</param>
    public JsonFields(JsonNode? node, string place)
    {
        _place = place;
        _json = node as JsonObject ?? throw new DataException($"{place} is not an object. {Damaged}");
    }

    public double Number(string name)
        => Value(name).TryGetValue(out double number) && double.IsFinite(number) ? number : throw Wrong(name, "a finite number");

    public int Whole(string name) => Value(name).TryGetValue(out int number) ? number : throw Wrong(name, "a whole number");

    public bool Flag(string name) => Value(name).TryGetValue(out bool flag) ? flag : throw Wrong(name, "true or false");

    public string Text(string name) => Value(name).TryGetValue(out string? text) ? text : throw Wrong(name, "a text");

    public string[] Texts(string name)
    {
        JsonFields self = this;
        return [.. List(name).Select(Text)];

        string Text(JsonNode? item)
            => item is JsonValue value && value.TryGetValue(out string? text) ? text : throw self.Wrong(name, "a list of texts");
    }

    public JsonArray List(string name) => Node(name) as JsonArray ?? throw Wrong(name, "a list");

    public JsonFields Fields(string name) => new(Node(name), $"\"{name}\" of {_place}");

    /// <summary>Reads the name of one of an enumeration's values, as <see cref="Name"/> writes it.</summary>
    public T Choice<T>(string name) where T : struct, Enum
    {
        string text = Text(name);
        foreach (T value in Enum.GetValues<T>())
        {
            if (Name(value) == text) { return value; }
        }
        throw Wrong(name, $"one of {string.Join(", ", Enum.GetValues<T>().Select(Name))}");
    }

    /// <summary>The name as files and the command line write it.</summary>
    public static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    public DataException Wrong(string name, string wanted)
        => new($"\"{name}\" of {_place} is {Node(name)?.ToJsonString() ?? "missing"}, but has to be {wanted}. {Damaged}");

    private JsonNode? Node(string name) => _json[name];

    private JsonValue Value(string name) => Node(name) as JsonValue ?? throw Wrong(name, "there");
}
