namespace VstrsBot.Storage;

/// <summary>The file named as the store cannot be used by this release, or not by this process. Waiting does not help.</summary>
internal sealed class StoreFileException(string message, Exception? inner = null) : Exception(message, inner);
