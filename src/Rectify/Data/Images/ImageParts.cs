namespace Rectify.Data;

/// <summary>The images of a place, in the parts that the place itself divides them into.</summary>
/// <param name="Training">All images, or those that are there to be learned from.</param>
/// <param name="Test">Those that are there to be judged on, with the same labels; null where the place has one set.</param>
public sealed record ImageParts(ImageSet Training, ImageSet? Test = null)
{
    /// <summary>Both parts, with classes counted by the labels of training, and a warning of those that it lacks.</summary>
    internal static ImageParts Of(ImageSet training, ImageSet test)
    {
        string[] unknown = [.. test.Labels.Except(training.Labels)];
        Notice[] notices = unknown.Length == 0 ? [] :
        [
            Notice.Warning(
                $"{test.Name} has classes that {training.Name} has not: {Listing.Of(unknown)}; their images cannot be judged"),
        ];
        return new(training, test.WithLabels(training.Labels, notices));
    }
}
