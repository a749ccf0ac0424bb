return CrashHost.CrashProgram.Run();
