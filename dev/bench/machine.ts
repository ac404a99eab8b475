import { execFile } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { promisify } from 'node:util';

/** One sentence on the machine that measures. */
export async function describeMachine(): Promise<string> {
  const processors = cpus();
  const { stdout } = await promisify(execFile)('go', ['env', 'GOVERSION']);
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return (
    `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}, ${memory} GiB, ${type()} ${release()}, ` +
    `Node ${process.versions.node}, ${stdout.trim().replace('go', 'Go ')}; load average at the start ${load}.`
  );
}
