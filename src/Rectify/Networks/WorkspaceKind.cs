namespace Rectify.Networks;

/// <summary>What a workspace is for, and so which buffers it may reuse.</summary>
public enum WorkspaceKind
{
    /// <summary>Forward in inference mode; a buffer is reused as soon as the last layer that reads it is done.</summary>
    Inference,

    /// <summary>Forward in training mode, and backward.</summary>
    Training,

    /// <summary>Forward in inference mode, every buffer kept, nothing in place: all inputs and outputs can be looked at.</summary>
    Observation,
}
