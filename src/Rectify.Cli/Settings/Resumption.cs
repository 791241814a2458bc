namespace Rectify.Cli.Settings;

/// <summary>Whether a setting may be another when a run goes on.</summary>
internal enum Resumption
{
    /// <summary>It decides what is computed: a run that changed it would no longer be the run that began.</summary>
    Fixed,

    /// <summary>Only after the run diverged, which it would else do again.</summary>
    AfterDivergence,

    /// <summary>At any time.</summary>
    Free,
}
