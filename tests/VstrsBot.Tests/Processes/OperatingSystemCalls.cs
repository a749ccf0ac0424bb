using System.Runtime.InteropServices;

namespace VstrsBot.Tests.Processes;

/// <summary>What the operating system does to a process: suspend it, let it go on, and limit how large its files may grow.</summary>
internal static class OperatingSystemCalls
{
    private const int Continue = 18;
    private const int Stop = 19;
    private const int FileTooLarge = 25;
    private const int LimitOfFileSize = 1;
    private const nint Ignored = 1;
    private const nint AsUsual = 0;

    public static void Suspend(int process) => Must(Kill(process, Stop), "suspend");

    public static void Resume(int process) => Must(Kill(process, Continue), "resume");

    /// <summary>From now on no write of that process gets through that ends beyond so many bytes of a file; null lifts it.</summary>
    public static void LimitFiles(int process, ulong? bytes)
    {
        Must(ReadLimit(process, LimitOfFileSize, 0, out var before), "read the limit of");
        Must(SetLimit(process, LimitOfFileSize, new Limit(bytes ?? before.Hard, before.Hard), out _), "limit");
    }

    /// <summary>What is started meanwhile gets an error for such a write, as from a full disk, and not a signal.</summary>
    public static async Task<T> WithErrorsForLargeFilesAsync<T>(Func<Task<T>> start)
    {
        _ = Signal(FileTooLarge, Ignored);
        try
        {
            return await start();
        }
        finally
        {
            _ = Signal(FileTooLarge, AsUsual);
        }
    }

    private static void Must(int result, string what)
    {
        if (result != 0)
            throw new InvalidOperationException($"Could not {what} the process: error {Marshal.GetLastPInvokeError()}. These tests need Linux.");
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int number);

    [DllImport("libc", EntryPoint = "signal")]
    private static extern nint Signal(int number, nint handler);

    [DllImport("libc", EntryPoint = "prlimit", SetLastError = true)]
    private static extern int SetLimit(int process, int resource, in Limit next, out Limit before);

    [DllImport("libc", EntryPoint = "prlimit", SetLastError = true)]
    private static extern int ReadLimit(int process, int resource, nint none, out Limit before);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limit(ulong Soft, ulong Hard);
}
