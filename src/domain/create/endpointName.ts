import { type Problem } from '../checked';

/** Length of names that is known to work (azurerm's documentation; Azure's own specification sets no pattern). */
export const endpointNameLength = { min: 2, max: 20 };

// The longest name Resource Manager takes for any resource.
const longest = 260;

/**
 * Judges the name of a new endpoint; undefined when it is fine. A name in use is an error because writing it would
 * change the other endpoint.
 */
export function checkEndpointName(name: string, existing: readonly string[]): Problem | undefined {
  const bad = [...name].find((character) => !/[a-zA-Z0-9-]/.test(character));
  if (name === '') {
    return error('Enter a name.');
  }
  if (bad !== undefined) {
    return error(`Use only letters, digits and hyphens; ${bad === ' ' ? 'spaces aren’t' : `"${bad}" isn’t`} allowed.`);
  }
  if (!/^[a-zA-Z]/.test(name)) {
    return error('Start the name with a letter.');
  }
  if (name.endsWith('-')) {
    return error('End the name with a letter or a digit.');
  }
  if (name.length < endpointNameLength.min) {
    return error('Enter at least 2 characters.');
  }
  if (existing.some((other) => other.toLowerCase() === name.toLowerCase())) {
    return error(`This workspace already has an endpoint named ${name}.`);
  }
  return lengthProblem(name);
}

/** Suggests a name for an endpoint to a target: the target's own name made legal, 2-20 characters, not in use. */
export function suggestEndpointName(targetName: string, existing: readonly string[]): string {
  const taken = new Set(existing.map((name) => name.toLowerCase()));
  const base = legal(targetName);
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : `-${n}`;
    const name = base.slice(0, endpointNameLength.max - suffix.length).replace(/-$/, '') + suffix;
    if (!taken.has(name.toLowerCase())) {
      return name;
    }
  }
}

function legal(text: string): string {
  const clean = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return /^[a-z]./.test(clean) ? clean : `mpe-${clean}`.replace(/-$/, '');
}

function lengthProblem(name: string): Problem | undefined {
  if (name.length > longest) {
    return error(`A name has at most ${longest} characters; this one has ${name.length}.`);
  }
  if (name.length > endpointNameLength.max) {
    return {
      isWarning: true,
      message: `This name has ${name.length} characters. Azure may reject names with more than 20.`,
    };
  }
  return undefined;
}

function error(message: string): Problem {
  return { message };
}
