import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { nastyText } from '../../test/arbitrary/exportInput';
import { quoteShell, shellCommand } from './quoteShell';

/** Runs a script in the system's own shell, with a command `az` that tells its arguments. */
function runShell(script: string): string[] {
  const az = `az() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n`;
  const output = execFileSync('sh', ['-s'], { input: az + script, encoding: 'utf8' });
  return output.split('\0').slice(0, -1);
}

it('a real shell reads every text back as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(nastyText, fc.string({ unit: 'binary' })), { maxLength: 30 }), (texts) => {
      // Lone surrogates have no UTF-8 form, and NUL can't be an argument.
      const passable = texts.map((text) => text.replaceAll('\0', ''));
      expect(runShell(`az ${passable.map(quoteShell).join(' ')}\n`)).toEqual(passable);
    }),
    { numRuns: 60 }
  );
});

it('leaves plain words plain', () => {
  expect(quoteShell('/subscriptions/a-b/x.y')).toBe('/subscriptions/a-b/x.y');
  expect(quoteShell('')).toBe("''");
});

it('leaves out what no program can be given', () => {
  expect(quoteShell('a\0b')).toBe('ab');
});

it('writes one option a line', () => {
  expect(
    shellCommand('az x', [
      ['--a-b', 'c d'],
      ['--e', 'f'],
    ])
  ).toBe("az x \\\n  --a-b 'c d' \\\n  --e f");
});
