using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure;
using Azure.Core;

namespace VstrsBot.Tests.Storage.Tables;

/// <summary>An answer that says something else on the way: another status without a body, or another Date.</summary>
internal sealed class ChangedResponse(Response? answer, int? status = null, DateTimeOffset? date = null) : Response
{
    private Stream? content = status is null ? answer?.ContentStream : new MemoryStream();

    public override int Status => status ?? answer!.Status;

    public override string ReasonPhrase => status is null ? answer!.ReasonPhrase : "Changed";

    public override Stream? ContentStream
    {
        get => content;
        set => content = value;
    }

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose() => answer?.Dispose();

    protected override bool ContainsHeader(string name) => EnumerateHeaders().Any(header => Is(header, name));

    protected override IEnumerable<HttpHeader> EnumerateHeaders()
    {
        if (answer is null)
            yield break;
        foreach (var header in answer.Headers)
            yield return date is { } other && Is(header, "Date") ? new HttpHeader("Date", other.ToString("R", CultureInfo.InvariantCulture)) : header;
    }

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = EnumerateHeaders().Where(header => Is(header, name)).Select(header => header.Value).FirstOrDefault();
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }

    private static bool Is(HttpHeader header, string name) => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase);
}
