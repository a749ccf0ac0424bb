using System.Text.Json;
using VstrsBot.Tests.Support;

namespace VstrsBot.Tests.Teams;

/// <summary>Asks the Bot Framework's own library for JavaScript bots whether it would let a call in.</summary>
internal static class ConnectorJudge
{
    private static readonly NpmFolder Judge = new("connector-judge", "botframework-connector");

    public static async Task<IReadOnlyList<bool>> AskAsync(string metadata, string appId, DateTimeOffset now, IEnumerable<JudgedCall> calls, CancellationToken ct)
    {
        using var node = Judge.StartNode(Judge.Path, "judge.mjs");
        var said = node.StandardOutput.ReadToEndAsync(ct);
        var faults = node.StandardError.ReadToEndAsync(ct);
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(new { metadata, appId, now = now.ToUnixTimeMilliseconds(), calls }, JsonSerializerOptions.Web));
        node.StandardInput.Close();
        await node.WaitForExitAsync(ct);
        return node.ExitCode == 0 ? JsonSerializer.Deserialize<bool[]>(await said)! : throw new InvalidOperationException(await faults);
    }
}

/// <summary>What both are asked about.</summary>
internal sealed record JudgedCall(string Name, string Authorization, string ChannelId = "msteams", string ServiceUrl = Ids.ServiceUrl);
