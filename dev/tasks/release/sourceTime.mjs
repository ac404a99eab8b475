import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const cwd = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const git = (...args) => execFileSync('git', args, { cwd, encoding: 'utf8' }).trim();

/**
 * When the sources were made: SOURCE_DATE_EPOCH (seconds since 1970, https://reproducible-builds.org/specs/source-date-epoch/),
 * else the time of the last commit. Everything built from the same sources then holds the same date.
 */
export function sourceTime() {
  return new Date(Number(process.env.SOURCE_DATE_EPOCH || git('log', '-1', '--format=%ct')) * 1000);
}

/** The commit that is built, its first twelve digits. */
export const sourceCommit = () => git('rev-parse', '--short=12', 'HEAD');
