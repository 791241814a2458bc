using Microsoft.Win32.SafeHandles;

namespace Rectify.Data;

/// <summary>
/// The bytes of an open file, read at any place by any number of threads. Read rather than mapped into memory: a map counts
/// against a limit on addresses (ulimit -v), and the system keeps what is read often in memory anyway.
/// </summary>
/// <param name="handle">The file, closed when nobody refers to it any more.</param>
/// <param name="name">What sentences call it.</param>
internal class FileBytes(SafeFileHandle handle, string name)
{
    protected SafeFileHandle Handle => handle;

    protected string Name => name;

    /// <summary>Overwrites all of <paramref name="bytes"/> with those from <paramref name="offset"/> on. Allocates nothing.</summary>
    /// <exception cref="DataException">The file cannot be read, or has become shorter.</exception>
    public void Read(Span<byte> bytes, long offset)
    {
        try
        {
            while (!bytes.IsEmpty)
            {
                int read = RandomAccess.Read(handle, bytes, offset);
                if (read == 0)
                {
                    throw new DataException($"{name} became shorter while it was read. Try again when nothing writes to it.");
                }
                bytes = bytes[read..];
                offset += read;
            }
        }
        catch (IOException cause)
        {
            throw new DataException($"{name} cannot be read: {cause.Message.TrimEnd('.')}. Try again, or copy it elsewhere.", cause);
        }
    }
}
