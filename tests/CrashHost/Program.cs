return await CrashHost.CrashProgram.RunAsync();
