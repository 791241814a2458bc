using Rectify.Cli;

return await CommandLine.Run(args);
