namespace Rectify.Experiments;

/// <summary>Something that an experiment trains or measures, and shows.</summary>
internal interface IExhibit
{
    /// <summary>Does it, and says what was found in lines of Markdown.</summary>
    IEnumerable<string> Show(Lab lab);
}
