using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Data;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Models;

/// <summary>A network's graph as JSON: the input's shape, then each layer with its settings and what it reads.</summary>
internal static class Architecture
{
    public static JsonObject Write(Network network) => new()
    {
        ["input"] = Dimensions(network.InputShape),
        ["nodes"] = new JsonArray([.. network.Nodes.Select(node => (JsonNode)new JsonObject
        {
            ["name"] = node.Name,
            ["layer"] = node.Layer.Text,
            ["inputs"] = new JsonArray([.. node.Inputs.Select(i => (JsonNode)(i == Node.NetworkInput ? "input" : network.Nodes[i].Name))]),
        })]),
    };

    /// <exception cref="DataException">The text is not a network, or one of a layer that this version does not know.</exception>
    public static Network Read(string path, string text)
    {
        try
        {
            JsonNode root = JsonNode.Parse(text)!;
            int[] input = [.. root["input"]!.AsArray().Select(n => (int)n!)];
            var builder = new NetworkBuilder(new Shape(input[0], At(input, 1), At(input, 2), At(input, 3)));
            Dictionary<string, int> indices = new() { ["input"] = Node.NetworkInput };
            foreach (JsonNode? node in root["nodes"]!.AsArray())
            {
                string name = (string)node!["name"]!;
                int[] inputs = [.. node["inputs"]!.AsArray().Select(i => indices[(string)i!])];
                indices[name] = builder.Add(LayerCatalog.Parse((string)node["layer"]!), inputs, name);
            }
            return builder.Build();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or FormatException
            or KeyNotFoundException or IndexOutOfRangeException or ArgumentException)
        {
            throw new DataException($"{path} holds a network that cannot be read: {e.Message.TrimEnd('.')}.", e);
        }
    }

    private static JsonArray Dimensions(Shape shape) => new(shape.First, shape.Second, shape.Third, shape.Fourth);

    private static int At(int[] dimensions, int index) => index < dimensions.Length ? dimensions[index] : 1;
}
