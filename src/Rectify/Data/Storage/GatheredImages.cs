namespace Rectify.Data;

/// <summary>Images that come in any order, grey or in colour: kept in memory as long as they fit, and then in a temporary file.</summary>
/// <param name="owner">What sentences call the set.</param>
/// <param name="mostMemory">What they may take of memory, in bytes; null for their share of what is left.</param>
internal sealed class GatheredImages(string owner, long? mostMemory)
{
    // What an image takes beside its bytes: its place, and an array's head.
    private const int BytesBeside = 48;

    private readonly long _most = mostMemory ?? MemoryLimit.ShareOfData();
    private readonly List<Place> _places = [];
    private long _inMemory, _inFile;
    private SpillFile? _file;

    /// <summary>Takes an image; many threads may do so at once.</summary>
    /// <param name="image">Its number. Those before it may come later.</param>
    /// <param name="pixels">Its bytes, kept and not copied.</param>
    /// <exception cref="DataException">There is no place for a temporary file.</exception>
    public void Put(int image, byte[] pixels)
    {
        long offset;
        lock (_places)
        {
            while (_places.Count <= image) { _places.Add(default); }
            if (_inMemory + pixels.Length + (long)_places.Count * BytesBeside <= _most)
            {
                _inMemory += pixels.Length;
                _places[image] = new(pixels, 0, pixels.Length);
                return;
            }
            _file ??= SpillFile.Create(owner);
            offset = _inFile;
            _inFile += pixels.Length;
            _places[image] = new(null, offset, pixels.Length);
        }
        _file.Write(pixels, offset);
    }

    /// <summary>All images, once all have come.</summary>
    /// <param name="length">How many bytes each is to have in all channels.</param>
    /// <param name="notices">Told where the images are, if not in memory.</param>
    public ImageBytes ToBytes(int length, List<Notice> notices)
    {
        if (_file is null) { return new ImageList([.. _places.Select(place => place.Pixels!)], length); }
        notices.Add(SpillFile.Notice(_inFile, $"{ByteSize.Text(_inMemory + _inFile)} of images", _most));
        return new Spilled(_places, _file, length);
    }

    private readonly record struct Place(byte[]? Pixels, long Offset, int Length);

    private sealed class Spilled(List<Place> places, FileBytes file, int length) : ImageBytes(length)
    {
        public override int Count => places.Count;
        public override int RoomLength => Length;

        public override ImageBytes OfLength(int length) => new Spilled(places, file, length);

        protected override ReadOnlySpan<byte> Read(int image, Span<byte> room)
        {
            Place place = places[image];
            if (place.Pixels is not null) { return place.Pixels; }
            file.Read(room[..place.Length], place.Offset);
            return room[..place.Length];
        }
    }
}
