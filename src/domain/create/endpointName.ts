import { type Finding } from './finding';

/** Length of names that is known to work (azurerm's documentation; Azure's own specification sets no pattern). */
export const endpointNameLength = { min: 2, max: 20 };

// The longest name Resource Manager takes for any resource.
const longest = 260;

/**
 * Judges the name of a new endpoint; undefined when it is fine. A name in use is an error because writing it would
 * change the other endpoint.
 */
export function checkEndpointName(name: string, existing: readonly string[]): Finding | undefined {
  const bad = [...name].find((character) => !/[a-zA-Z0-9-]/.test(character));
  if (name === '') {
    return error('Enter a name.');
  }
  if (bad !== undefined) {
    return error(`A name has only letters, digits and dashes; "${bad === ' ' ? 'a blank' : bad}" isn't allowed.`);
  }
  if (!/^[a-zA-Z]/.test(name)) {
    return error('A name begins with a letter.');
  }
  if (name.endsWith('-')) {
    return error('A name ends with a letter or a digit.');
  }
  if (name.length < endpointNameLength.min) {
    return error('A name has at least 2 characters.');
  }
  if (existing.some((other) => other.toLowerCase() === name.toLowerCase())) {
    return error(`This workspace already has an endpoint named ${name}.`);
  }
  return lengthFinding(name);
}

/** Suggests a name for an endpoint to a target: the target's own name made legal, 2-20 characters, not in use. */
export function suggestEndpointName(targetName: string, existing: readonly string[]): string {
  const taken = new Set(existing.map((name) => name.toLowerCase()));
  const base = legal(targetName);
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : `-${n}`;
    const name = base.slice(0, endpointNameLength.max - suffix.length).replace(/-+$/, '') + suffix;
    if (!taken.has(name.toLowerCase())) {
      return name;
    }
  }
}

function legal(text: string): string {
  const clean = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /^[a-z].+/.test(clean) ? clean : `mpe-${clean}`.replace(/-+$/, '');
}

function lengthFinding(name: string): Finding | undefined {
  if (name.length > longest) {
    return error(`A name has at most ${longest} characters; this one has ${name.length}.`);
  }
  if (name.length > endpointNameLength.max) {
    return {
      severity: 'warning',
      message: `Names of up to 20 characters are known to work; this one has ${name.length}, and Azure may refuse it.`,
    };
  }
  return undefined;
}

function error(message: string): Finding {
  return { severity: 'error', message };
}
