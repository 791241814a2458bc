namespace Rectify.Faults;

/// <summary>Every kind of fault, once.</summary>
internal static class FaultKindCatalog
{
    public static IReadOnlyList<IFaultKind> All { get; } =
    [
        new WrongOperator(), new LostSign(), new WrongConstant(), new WrongFunction(), new SwappedArguments(), new SwappedCondition(),
        new LostStatement(), new EarlyReturn(),
    ];
}
