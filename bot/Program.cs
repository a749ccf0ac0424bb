using VstrsBot.Commands;

return await CommandLine.RunAsync(args);
