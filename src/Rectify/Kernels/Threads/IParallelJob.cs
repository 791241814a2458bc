namespace Rectify.Kernels;

/// <summary>Work in numbered parts that may run at the same time. A struct, so that handing it out allocates nothing.</summary>
internal interface IParallelJob
{
    void Invoke(int part);
}
