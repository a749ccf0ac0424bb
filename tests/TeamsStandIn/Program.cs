using TeamsStandIn;

return await CommandLine.RunAsync(args);
