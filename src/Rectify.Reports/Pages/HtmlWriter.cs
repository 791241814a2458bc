using System.Net;

namespace Rectify.Reports.Pages;

/// <summary>Writes elements one in another; every text and every value of an attribute is escaped.</summary>
/// <param name="html">Where to: a page may be larger than the memory that is left after a training.</param>
internal sealed class HtmlWriter(TextWriter html)
{
    private readonly Stack<string> _open = [];
    private readonly List<string> _scripts = [];

    /// <summary>The scripts that what is written so far needs at the page's end, each once.</summary>
    public IReadOnlyList<string> Scripts => _scripts;

    /// <summary>Says that what is written here comes alive by a script.</summary>
    /// <param name="script">The name of its file.</param>
    public void Needs(string script)
    {
        if (!_scripts.Contains(script)) { _scripts.Add(script); }
    }

    /// <summary>Begins an element.</summary>
    public HtmlWriter Open(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Begin(tag, attributes);
        _open.Push(tag);
        return this;
    }

    /// <summary>Ends the element that was begun last.</summary>
    public HtmlWriter Close()
    {
        html.Write($"</{_open.Pop()}>\n");
        return this;
    }

    /// <summary>An element that holds a text.</summary>
    public HtmlWriter Element(string tag, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Begin(tag, attributes);
        Text(text);
        html.Write($"</{tag}>");
        return this;
    }

    public HtmlWriter Text(string text)
    {
        html.Write(WebUtility.HtmlEncode(text));
        return this;
    }

    /// <summary>What is HTML already.</summary>
    public HtmlWriter Raw(string markup)
    {
        html.Write(markup);
        return this;
    }

    private void Begin(string tag, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        html.Write($"<{tag}");
        foreach ((string name, string value) in attributes)
        {
            html.Write($" {name}=\"{WebUtility.HtmlEncode(value)}\"");
        }
        html.Write('>');
    }
}
