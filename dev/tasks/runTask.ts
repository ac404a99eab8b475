/** Runs a command line task; exits with process.exitCode; what goes wrong is one sentence and exit code 1. */
export function runTask(task: () => Promise<void>): void {
  task().then(
    () => process.exit(),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    }
  );
}
