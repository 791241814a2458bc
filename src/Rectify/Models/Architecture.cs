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

    /// <summary>A network of the same graph, whose numbers are not taken over.</summary>
    public static Network Copy(Network network) => Read("the copy", Write(network).ToJsonString());

    /// <exception cref="DataException">The text is not a network, or one of a layer that this version does not know.</exception>
    public static Network Read(string path, string text)
    {
        try
        {
            JsonNode root = JsonNode.Parse(text)!;
            int[] input = [.. root["input"]!.AsArray().Select(n => (int)n!)];
            var builder = new NetworkBuilder(ShapeOf(input));
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

    private static JsonArray Dimensions(Shape shape) => new([.. Enumerable.Range(0, shape.Dimensions).Select(i => (JsonNode)shape[i])]);

    private static Shape ShapeOf(int[] dimensions) => dimensions switch
    {
        [int units] => new(units),
        [int steps, int features] => new(steps, features),
        [int height, int width, int channels] => new(height, width, channels),
        [int first, int second, int third, int fourth] => new(first, second, third, fourth),
        _ => throw new FormatException($"its input has {dimensions.Length} dimensions"),
    };
}
