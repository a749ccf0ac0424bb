namespace VstrsBot.Manifest;

/// <summary>The package cannot be built. The message says what to give instead.</summary>
internal sealed class PackException(string message) : Exception(message);
