using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Data;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Models;

/// <summary>A model as a safetensors file: weights as tensors, graph and data pipeline as JSON in its texts.</summary>
internal static class ModelFile
{
    /// <summary>Grows when an older reader could no longer make sense of a file.</summary>
    private const int Version = 1;
    private const string Format = "rectify-model";

    public static void Write(Model model, string path)
    {
        Dictionary<string, string> texts = new()
        {
            ["format"] = Format,
            ["version"] = Version.ToString(CultureInfo.InvariantCulture),
            ["network"] = Architecture.Write(model.Network).ToJsonString(),
            ["pipeline"] = model.Pipeline.ToJson().ToJsonString(),
            ["meaning"] = model.Meaning.ToString(),
            ["loss"] = model.Loss,
        };
        IEnumerable<SafetensorsFile.Tensor> tensors = Parameters(model.Network)
            .Select(p => new SafetensorsFile.Tensor(p.Name, ShapeOf(p.Parameter), p.Parameter.Value.ToArray()));
        new SafetensorsFile(texts, [.. tensors]).Write(path);
    }

    public static Model Read(string path)
    {
        SafetensorsFile file = SafetensorsFile.Read(path);
        if (file.Texts.GetValueOrDefault("format") != Format)
        {
            throw new DataException(
                $"{path} is a safetensors file, but not a model of Rectify: it says nothing of a network. Give a model that train wrote.");
        }
        string wanted = Text("version");
        if (!int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out int version) || version > Version)
        {
            throw new DataException(
                $"{path} is of version {wanted}, newer than version {Version} that this program reads. Update Rectify.");
        }

        // Without it, a byte changed in the checksum's own name would go unnoticed.
        if (!file.IsChecked) { throw Lacks("checksum"); }
        Network network = Architecture.Read(path, Text("network"));
        FillWeights(path, network, file.Tensors);
        try
        {
            return new(network, Pipeline.FromJson(JsonNode.Parse(Text("pipeline"))), MeaningOf(Text("meaning")), Text("loss"));
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new DataException($"{path} holds a data pipeline that cannot be read: {e.Message.TrimEnd('.')}.", e);
        }

        string Text(string key) => file.Texts.GetValueOrDefault(key) ?? throw Lacks(key);
        DataException Lacks(string part) => new($"{path} is not a whole model: it lacks its {part}.");
    }

    // Not Enum.Parse, which takes any whole number for a value.
    private static OutputMeaning MeaningOf(string text)
    {
        string[] names = Enum.GetNames<OutputMeaning>();
        int place = Array.IndexOf(names, text);
        return place >= 0
            ? Enum.GetValues<OutputMeaning>()[place]
            : throw new ArgumentException($"its outputs mean '{text}', which is none of {string.Join(", ", names)}");
    }

    private static void FillWeights(string path, Network network, IReadOnlyList<SafetensorsFile.Tensor> tensors)
    {
        foreach ((string name, Parameter parameter) in Parameters(network))
        {
            SafetensorsFile.Tensor tensor = tensors.FirstOrDefault(t => t.Name == name)
                ?? throw new DataException($"{path} is not a whole model: it lacks the tensor {name}.");
            if (tensor.Values.Length != parameter.Length)
            {
                throw new DataException(
                    $"{path} is not a whole model: {name} has {tensor.Values.Length} numbers where its layer has {parameter.Length}.");
            }
            tensor.Values.Span.CopyTo(parameter.Value);
        }
    }

    private static IEnumerable<(string Name, Parameter Parameter)> Parameters(Network network)
        => network.Nodes.SelectMany(n => n.Layer.Parameters.Select(p => ($"{n.Name}.{p.Name}", p)));

    private static int[] ShapeOf(Parameter parameter)
        => parameter.Role == ParameterRole.Weight ? [parameter.Rows, parameter.Columns] : [parameter.Columns];
}
