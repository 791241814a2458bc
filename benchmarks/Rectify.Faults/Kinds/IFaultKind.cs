using Microsoft.CodeAnalysis;

namespace Rectify.Faults;

/// <summary>One way in which people get code wrong.</summary>
internal interface IFaultKind
{
    /// <summary>The faults of this kind that one piece of code can have; those of what is inside it are asked for by themselves.</summary>
    IEnumerable<Edit> In(SyntaxNode node);
}
