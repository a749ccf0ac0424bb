using VstrsBot.Manifest;

return await PackCommand.RunAsync(args);
