using System.Buffers.Binary;
using System.Text;

namespace VstrsBot.Tests.Telemetry;

/// <summary>A Protocol Buffers message as it stands on the wire: fields by number. As much as reading OTLP takes.</summary>
internal sealed class ProtoMessage
{
    private readonly List<(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)> fields = [];

    public ProtoMessage(ReadOnlyMemory<byte> wire)
    {
        while (!wire.IsEmpty)
        {
            var key = Varint(ref wire);
            var (number, kind) = ((int)(key >> 3), (int)(key & 7));
            switch (kind)
            {
                case 0:
                    fields.Add((number, Varint(ref wire), default));
                    break;
                case 1:
                    fields.Add((number, BinaryPrimitives.ReadUInt64LittleEndian(wire.Span), default));
                    wire = wire[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref wire);
                    fields.Add((number, 0, wire[..length]));
                    wire = wire[length..];
                    break;
                case 5:
                    fields.Add((number, BinaryPrimitives.ReadUInt32LittleEndian(wire.Span), default));
                    wire = wire[4..];
                    break;
                default:
                    throw new InvalidDataException($"Wire type {kind}.");
            }
        }
    }

    public IEnumerable<ProtoMessage> Messages(int number) => fields.Where(field => field.Number == number).Select(field => new ProtoMessage(field.Bytes));

    /// <summary>Messages within messages, by the numbers on the way.</summary>
    public IEnumerable<ProtoMessage> Down(params ReadOnlySpan<int> way)
    {
        IEnumerable<ProtoMessage> here = [this];
        foreach (var number in way.ToArray())
            here = here.SelectMany(message => message.Messages(number));
        return here;
    }

    public string Text(int number) => Encoding.UTF8.GetString(fields.Last(field => field.Number == number).Bytes.Span);

    public bool Has(int number) => fields.Any(field => field.Number == number);

    public ulong Number(int number) => fields.Last(field => field.Number == number).Value;

    public double Double(int number) => BitConverter.UInt64BitsToDouble(Number(number));

    private static ulong Varint(ref ReadOnlyMemory<byte> wire)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var one = wire.Span[0];
            wire = wire[1..];
            value |= (ulong)(one & 0x7f) << shift;
            if (one < 0x80)
                return value;
        }
    }
}
