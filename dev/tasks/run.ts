import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { root } from './paths';

export interface RunOptions {
  /** Added to our own environment. */
  env?: Record<string, string>;
  /** The folder to run in, instead of the repository's. */
  cwd?: string;
  /** Standard output goes to this file instead of the terminal. */
  outFile?: string;
}

/** Runs a program and resolves to its exit code; 1 when a signal ended it. */
export function run(command: string, args: string[], { env, cwd = root, outFile }: RunOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', outFile ? 'pipe' : 'inherit', 'inherit'],
    });
    const file = outFile ? createWriteStream(outFile) : undefined;
    if (file) {
      child.stdout?.pipe(file, { end: false });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      const done = () => resolve(code ?? 1);
      if (file) {
        // Who reads the file next finds all of it.
        file.end(done);
      } else {
        done();
      }
    });
  });
}
