# The bot with its own runtime. From the root of the project: docker build -t vstrs-handoff .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY Directory.Build.props Directory.Packages.props global.json BannedSymbols.txt .editorconfig ./
COPY manifest/manifest.json manifest/
COPY cards cards
COPY bot bot
RUN dotnet publish bot -r linux-x64 --self-contained -p:RestoreLockedMode=true -o /app && mkdir /data

# No shell, no package manager, no ICU, no time zones: the bot needs none of them.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
WORKDIR /data
COPY --from=build /app /app
COPY --from=build --chown=1654:1654 /data /data
ENV ASPNETCORE_HTTP_PORTS=8080 DOTNET_EnableDiagnostics=0
EXPOSE 8080
VOLUME /data
STOPSIGNAL SIGTERM
USER 1654
ENTRYPOINT ["/app/VstrsBot"]
CMD ["serve"]
