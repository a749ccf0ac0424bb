namespace VstrsBot.Register;

/// <summary><c>register list</c>: who is what. Never a SEES ID, only whether one is on file.</summary>
internal sealed class RegisterList(RegisterStore store)
{
    public async Task<int> RunAsync(TextWriter output, CancellationToken ct)
    {
        var (register, _) = await store.ReadAsync(ct);
        foreach (var person in register.People)
        {
            var sees = person.Role == Handoffs.Roles.Adviser ? person.SeesId is null ? ", no SEES ID on file" : ", SEES ID on file" : "";
            await output.WriteLineAsync($"{person.Id.ObjectId}  {person}  {string.Join(';', person.Areas)}  {person.Phone ?? "no phone"}{sees}");
        }

        foreach (var organisation in register.Organisations)
            await output.WriteLineAsync($"Organisation  {organisation.Name}  {organisation.From}  {organisation.To}");
        return 0;
    }
}
