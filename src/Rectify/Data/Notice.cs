namespace Rectify.Data;

/// <summary>Something decided or seen without asking, with the option that overrides it where there is one.</summary>
/// <param name="Kind">How much attention it wants.</param>
/// <param name="Text">A line for a person: "dropped customerID (unique; keep: --column-type customerID=category)".</param>
public sealed record Notice(NoticeKind Kind, string Text)
{
    public override string ToString() => Text;

    internal static Notice Choice(string text) => new(NoticeKind.Choice, text);
    internal static Notice Dropped(string text) => new(NoticeKind.Dropped, text);
    internal static Notice Warning(string text) => new(NoticeKind.Warning, text);
}
