using VstrsBot.Tests.Support;
using Xunit;

namespace VstrsBot.Tests.Publish;

/// <summary>What can be told of the Dockerfile without building the image.</summary>
public sealed class DockerfileTests
{
    private static readonly string[] Known = ["FROM", "WORKDIR", "COPY", "RUN", "ENV", "EXPOSE", "VOLUME", "STOPSIGNAL", "USER", "ENTRYPOINT", "CMD"];

    [Fact]
    public void Every_line_is_an_instruction_that_is_known() => Assert.All(Dockerfile.Lines, line => Assert.Contains(line.Instruction, Known));

    [Fact]
    public void What_is_kept_runs_as_somebody_without_rights_who_owns_only_the_data()
    {
        var user = Assert.Single(Dockerfile.Kept, line => line.Instruction == "USER").Words;
        Assert.True(int.Parse(user, System.Globalization.CultureInfo.InvariantCulture) > 0, user); // a number, so that it can be seen not to be root
        Assert.DoesNotContain(Dockerfile.Kept, line => line.Instruction == "RUN"); // there is no shell
        Assert.Equal([$"--from=build --chown={user}:{user} /data /data"], Dockerfile.Kept.Where(line => line.Words.Contains("--chown", StringComparison.Ordinal)).Select(line => line.Words));
        Assert.Equal(["/data"], Dockerfile.Kept.Where(line => line.Instruction is "WORKDIR").Select(line => line.Words));
    }

    [Fact]
    public void It_hears_the_signal_to_stop_itself()
    {
        Assert.Equal("SIGTERM", Dockerfile.Kept.Single(line => line.Instruction == "STOPSIGNAL").Words);
        Assert.All(Dockerfile.Kept.Where(line => line.Instruction is "ENTRYPOINT" or "CMD"), line => Assert.StartsWith("[\"", line.Words, StringComparison.Ordinal)); // no shell between
        Assert.Equal("""["/app/VstrsBot"]""", Dockerfile.Kept.Single(line => line.Instruction == "ENTRYPOINT").Words);
    }

    [Fact]
    public void The_port_is_the_one_it_listens_on_and_needs_no_rights()
    {
        var port = Dockerfile.Kept.Single(line => line.Instruction == "EXPOSE").Words;
        Assert.Contains($"ASPNETCORE_HTTP_PORTS={port}", Dockerfile.Kept.Single(line => line.Instruction == "ENV").Words, StringComparison.Ordinal);
        Assert.True(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture) > 1024);
    }

    [Fact]
    public void Everything_it_copies_is_in_the_project_and_let_through()
    {
        var let = File.ReadLines(Repository.File(".dockerignore")).Where(line => line.StartsWith('!')).Select(line => line[1..]);
        Assert.Equal(let.Order(), Dockerfile.Copied.Order());
        Assert.All(Dockerfile.Copied, path => Assert.True(Path.Exists(Repository.File(path)), path));
        Assert.Contains("**", File.ReadLines(Repository.File(".dockerignore")));
    }

    [Fact]
    public void Neither_image_is_whatever_is_newest_of_anything() => Assert.All(
        Dockerfile.Lines.Where(line => line.Instruction == "FROM"), line => Assert.Matches(@":10\.0(-[a-z-]+)?( AS \w+)?$", line.Words));
}
