using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

/// <summary>Whatever a kernel wants to be told to compute; what, is of no interest here.</summary>
internal readonly struct Anything
    : IUnary, IBinary, ITernary, IColumnMap, IColumnTerm, IErrorTerm, IUpdate, IWindowShare, IWindowFold
{
    static int IColumnMap.CoefficientCount => 2;
    static int IColumnTerm.CoefficientCount => 2;

    T IUnary.Invoke<T>(T x) => x;
    T IBinary.Invoke<T>(T x, T y) => x + y;
    T ITernary.Invoke<T>(T x, T y, T z) => x + y + z;
    T IColumnMap.Invoke<T>(T x, T y, Coefficients<T> of) => x + y + of[1];
    T IColumnTerm.AddTo<T>(T sum, T x, T y, Coefficients<T> of) => sum + x + y + of[1];
    (T Loss, T Slope) IErrorTerm.Of<T>(T error) => (error, error);
    void IUpdate.Invoke<T>(ref T weight, T gradient, ref T first, ref T second) => weight += gradient + first + second;
    T IWindowShare.Whole<T>(int window, int area) => 1;
    T IWindowShare.Of<T>(T whole, int window, T number) => whole;
    static unsafe T IWindowFold.Of<T>(Patch places, float* from) => 1;
}
