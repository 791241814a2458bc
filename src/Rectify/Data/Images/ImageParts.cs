namespace Rectify.Data;

/// <summary>The images of a place, in the parts that the place itself divides them into.</summary>
/// <param name="Training">All images, or those that are there to be learned from.</param>
/// <param name="Test">Those that are there to be judged on, with the same labels; null where the place has one set.</param>
public sealed record ImageParts(ImageSet Training, ImageSet? Test = null);
