using Microsoft.ML.OnnxRuntime;

namespace Rectify.Benchmarks;

/// <summary>A session with a model, its inputs and outputs bound to memory once, so that a run does nothing but compute.</summary>
internal sealed class OnnxRun : IDisposable
{
    private readonly InferenceSession _session;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _options = new();
    private readonly List<OrtValue> _values = [];

    public OnnxRun(OnnxModel model, int threads)
    {
        using SessionOptions options = new()
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };

        // Its threads would go on looking for work, on the core that the next contender needs, for longer than one can wait.
        options.AddSessionConfigEntry("session.force_spinning_stop", "1");
        _session = new InferenceSession(model.ToBytes(), options);
        _binding = _session.CreateIoBinding();
    }

    public OnnxRun Input(string name, params long[] shape) => Input(name, MemoryFor(shape), shape);

    public OnnxRun Input(string name, Memory<float> memory, params long[] shape)
    {
        _binding.BindInput(name, ValueOver(memory, shape));
        return this;
    }

    public OnnxRun Output(string name, params long[] shape) => Output(name, MemoryFor(shape), shape);

    public OnnxRun Output(string name, Memory<float> memory, params long[] shape)
    {
        _binding.BindOutput(name, ValueOver(memory, shape));
        return this;
    }

    public Contender Contender(string name, double work)
        => new(name, work, () => _session.RunWithBinding(_options, _binding)) { Owned = this };

    public void Dispose()
    {
        _binding.Dispose();
        _session.Dispose();
        _options.Dispose();
        foreach (OrtValue value in _values) { value.Dispose(); }
    }

    private static Memory<float> MemoryFor(long[] shape)
        => Numbers.Uniform((int)shape.Aggregate(1L, (length, dimension) => length * dimension));

    private OrtValue ValueOver(Memory<float> memory, long[] shape)
    {
        var value = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, memory, shape);
        _values.Add(value);
        return value;
    }
}
