import { accept, type Checked, refuse } from './checked';
import { closest } from './closest';
import { idFromText } from './resourceIdText';

/** The parts of the ARM id of a resource in a resource group. */
export interface ResourceId {
  subscriptionId: string;
  resourceGroup: string;
  /** For example Microsoft.Dashboard. */
  provider: string;
  /** Resource types from the outside in, for example ['grafana', 'managedPrivateEndpoints']. */
  types: string[];
  /** Names, one for each type. */
  names: string[];
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
// Resource group names: 1-90 letters, digits, _ - . ( ), not ending in a dot (Azure naming rules).
const groupName = /^[\p{L}\p{N}_.()-]{0,89}[\p{L}\p{N}_()-]$/u;
const providerName = /^[a-z][a-z0-9]*(\.[a-z0-9]+)+$/i;
const typeName = /^[a-z][a-z0-9]*$/i;
// What no Azure resource name may hold; the id is rebuilt from parts, so a name must stay one path segment.
const badInName = /[\s<>%&\\?/#\u0000-\u001f\u007f]/;

// Far above any id, and above the portal's longest addresses.
const longest = 8_000;

const example = '/subscriptions/…/resourceGroups/…/providers/Microsoft.Sql/servers/my-server';
const shape = `A resource ID looks like ${example}. You can find it in the Azure portal under Properties or JSON view.`;

/** Full type of a resource, for example Microsoft.Dashboard/grafana/managedPrivateEndpoints. */
export function resourceType(id: ResourceId): string {
  return [id.provider, ...id.types].join('/');
}

/** Name of the innermost resource. */
export function resourceName(id: ResourceId): string {
  return id.names.at(-1) ?? '';
}

/** Rebuilds the id from its parts, with the conventional casing of its fixed words. */
export function buildResourceId(id: ResourceId): string {
  const pairs = id.types.map((type, i) => `/${type}/${id.names[i] ?? ''}`).join('');
  return `/subscriptions/${id.subscriptionId}/resourceGroups/${id.resourceGroup}/providers/${id.provider}${pairs}`;
}

/** The resource around a nested one; undefined at the outermost. */
export function parentResource(id: ResourceId): ResourceId | undefined {
  return id.types.length > 1 ? { ...id, types: id.types.slice(0, -1), names: id.names.slice(0, -1) } : undefined;
}

/** Ids are equal whatever their casing and trailing slash (Azure mixes casing, facts from real traffic). */
export function sameResource(a: string, b: string): boolean {
  return resourceKey(a) === resourceKey(b);
}

/** The form of an id that serves as a key: lower case, no trailing slash. */
export function resourceKey(id: string): string {
  const text = id.trim();
  let end = text.length;
  while (text[end - 1] === '/') {
    end--;
  }
  return text.slice(0, end).toLowerCase();
}

/**
 * Reads a resource ID, or an Azure portal or Resource Manager URL that holds one, in any casing.
 * The problem names the segment that is wrong or missing.
 */
export function parseResourceId(text: string): Checked<ResourceId> {
  let known = remembered.get(text);
  if (!known) {
    known = readResourceId(text);
    if (remembered.size >= 10_000) {
      remembered.clear();
    }
    remembered.set(text, known);
  }
  return known;
}

// A list asks for the same ids again for each column, count and match.
const remembered = new Map<string, Checked<ResourceId>>();

function readResourceId(text: string): Checked<ResourceId> {
  if (text.trim() === '') {
    return refuse('The resource ID is empty.', shape);
  }
  if (text.length > longest) {
    return refuse('The resource ID is too long.', shape);
  }
  const found = idFromText(text);
  if (!found) {
    return refuse('This isn’t a resource ID.', shape);
  }
  return parseSegments(found.segments, found.mayHaveTail);
}

function parseSegments(segments: string[], mayHaveTail: boolean): Checked<ResourceId> {
  const [word1, subscriptionId, word2, resourceGroup, word3, provider, ...rest] = segments;
  const problem =
    keywordProblem(word1, 'subscriptions', 'at the start') ??
    valueProblem(subscriptionId, 'subscription ID', 'subscriptions') ??
    patternProblem(
      subscriptionId,
      guid,
      'The subscription ID',
      'Enter a GUID such as 5a1c0f3e-2b7d-4e68-9c41-d3f8a7b60e25.'
    ) ??
    keywordProblem(word2, 'resourceGroups', 'after the subscription ID') ??
    valueProblem(resourceGroup, 'name of the resource group', 'resourceGroups') ??
    patternProblem(
      resourceGroup,
      groupName,
      'The resource group',
      'It can have up to 90 letters, digits and _ - . ( ), and can’t end with a period.'
    ) ??
    keywordProblem(word3, 'providers', 'after the resource group') ??
    valueProblem(provider, 'resource provider', 'providers') ??
    patternProblem(provider, providerName, 'The resource provider', 'It looks like Microsoft.Sql.');
  if (problem) {
    return problem;
  }
  return parsePairs(rest, mayHaveTail, {
    subscriptionId: subscriptionId ?? '',
    resourceGroup: resourceGroup ?? '',
    provider: provider ?? '',
  });
}

function parsePairs(
  rest: string[],
  mayHaveTail: boolean,
  head: Pick<ResourceId, 'subscriptionId' | 'resourceGroup' | 'provider'>
): Checked<ResourceId> {
  // A portal URL names its page after the id ("…/servers/x/overview").
  const pairs = mayHaveTail && rest.length > 1 && rest.length % 2 === 1 ? rest.slice(0, -1) : rest;
  if (pairs.length === 0) {
    return refuse(`The resource ID ends after ${head.provider}: the resource type and name are missing.`, shape);
  }
  const types = pairs.filter((_, i) => i % 2 === 0);
  const names = pairs.filter((_, i) => i % 2 === 1);
  const badType = types.find((type) => !typeName.test(type));
  if (badType !== undefined) {
    return refuse(`"${badType}" isn't a valid resource type.`, shape);
  }
  if (names.length < types.length) {
    return refuse(`The resource ID ends after "${types.at(-1)}": the name of the resource is missing.`, shape);
  }
  const badName = names.find((name) => badInName.test(name) || name === '.' || name === '..' || name.length > 260);
  if (badName !== undefined) {
    return refuse(
      `"${shorten(badName)}" isn't a valid resource name.`,
      'Copy the resource ID from the Azure portal again.'
    );
  }
  return accept({ ...head, types, names });
}

type Refusal = ReturnType<typeof refuse> | undefined;

function keywordProblem(found: string | undefined, expected: string, where: string): Refusal {
  if (found?.toLowerCase() === expected.toLowerCase()) {
    return undefined;
  }
  if (found === undefined) {
    return refuse(`The resource ID is incomplete: "${expected}" is missing ${where}.`, shape);
  }
  const typo = closest(found, [expected]) ? ' It looks like a typo.' : '';
  return refuse(`"${expected}" is expected ${where}, but there is "${shorten(found)}".${typo}`, shape);
}

function valueProblem(found: string | undefined, what: string, after: string): Refusal {
  return found === undefined
    ? refuse(`The resource ID ends after "${after}": the ${what} is missing.`, shape)
    : undefined;
}

function patternProblem(found: string | undefined, pattern: RegExp, what: string, hint: string): Refusal {
  return pattern.test(found ?? '') ? undefined : refuse(`${what} "${shorten(found ?? '')}" isn't valid.`, hint);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
