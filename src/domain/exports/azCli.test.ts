import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { exportInput } from '../../test/arbitrary/exportInput';
import { azCli } from './azCli';
import { type ExportParts, exportParts } from './exportInput';

/** Runs the script in the system's shell; every call of `az` comes back as its arguments. */
function calls(script: string): string[][] {
  const az = `az() { for word in "$@"; do printf '%s\\0' "$word"; done; printf '\\001\\0'; }\n`;
  const output = execFileSync('sh', ['-s'], { input: az + script, encoding: 'utf8' });
  const result: string[][] = [[]];
  for (const word of output.split('\0').slice(0, -1)) {
    if (word === '\u0001') {
      result.push([]);
    } else {
      result.at(-1)?.push(word);
    }
  }
  return result.slice(0, -1);
}

/** Azure CLI reads a file where a word, or what follows its first "=", begins with "@" (azure-cli-core, commands). */
function readsFile(word: string): boolean {
  const [start = '', ...rest] = word.split('=');
  return /^@./s.test(rest.length > 0 ? rest.join('=') : start);
}

function expectedCreate(parts: ExportParts): string[] {
  const message = asText(parts.requestMessage);
  const tags = Object.entries(parts.tags).map(([key, value]) => asText(`${key}=${value}`));
  return [
    ...['grafana', 'managed-private-endpoint', 'create'],
    ...['--subscription', parts.workspace.subscriptionId, '--resource-group', 'observability'],
    ...['--workspace-name', 'contoso-grafana', '--name', parts.name, '--location', parts.location],
    ...['--private-link-resource-id', parts.targetId],
    ...(parts.targetRegion ? ['--private-link-resource-region', parts.targetRegion] : []),
    ...(parts.subResources.length ? ['--group-ids', ...parts.subResources] : []),
    ...(parts.domainName ? ['--private-link-service-url', parts.domainName] : []),
    ...(message ? ['--request-message', message] : []),
    ...(tags.length ? ['--tags', ...tags] : []),
  ];
}

function asText(word: string): string {
  const value = word.indexOf('=') + 1;
  const literal = readsFile(word) ? `${word.slice(0, value)} ${word.slice(value)}` : word;
  return literal.startsWith('-') ? ` ${literal}` : literal;
}

it('never makes Azure CLI read a file of the one who runs it', () => {
  const nasty = fc.array(fc.constantFrom('@', '=', '~/.azure/token', 'a', ' ', '-'), { maxLength: 5 });
  fc.assert(
    fc.property(exportInput, nasty, nasty, (input, message, tag) => {
      const tags = { owner: tag.join(''), 'a@b': tag.join('') };
      const parts = exportParts({ ...input, requestMessage: message.join(''), tags });
      const [create] = parts.ok ? calls(azCli(parts.value)) : [];
      expect(create?.filter(readsFile)).toEqual([]);
    }),
    { numRuns: 50 }
  );
});

it('a real shell calls az with exactly the input, then refreshes', () => {
  fc.assert(
    fc.property(exportInput, (input) => {
      const parts = exportParts(input);
      fc.pre(parts.ok && !JSON.stringify(input).includes('\\u0001'));
      if (parts.ok) {
        const [create, refresh, ...more] = calls(azCli(parts.value));
        expect(create).toEqual(expectedCreate(parts.value));
        expect(refresh?.slice(0, 3)).toEqual(['grafana', 'managed-private-endpoint', 'refresh']);
        expect(more).toEqual([]);
      }
    }),
    { numRuns: 50 }
  );
});
