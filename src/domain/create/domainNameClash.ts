import { type Endpoint } from '../endpoint';
import { checkDomainName, domainNameCovers, plainName } from './domainName';

const relations = ['same', 'covers', 'covered'] as const;

/** What the rule needs to know of the workspace's endpoints. */
export type NamedEndpoint = Pick<Endpoint, 'name' | 'domainName'>;

/** Another endpoint whose domain name reaches the same hosts, all of them or some. */
export interface DomainNameClash {
  endpoint: string;
  domainName: string;
  /** `same` name; theirs `covers` the new one, or is `covered` by it: then one of the two is a wildcard. */
  relation: (typeof relations)[number];
}

/**
 * The endpoints that share hosts with a new domain name; those with the same name first.
 * @param owner the endpoint that gets the name. Casing is ignored
 */
export function domainNameClashes(
  domainName: string,
  endpoints: readonly NamedEndpoint[],
  owner: string
): DomainNameClash[] {
  const clashes = endpoints.flatMap(({ name, domainName: theirs }) => {
    const relation = relationOf(domainName, theirs);
    const own = name.toLowerCase() === owner.toLowerCase();
    return relation && !own ? [{ endpoint: name, domainName: theirs, relation }] : [];
  });
  return relations.flatMap((relation) => clashes.filter((clash) => clash.relation === relation));
}

/**
 * Says that other endpoints share hosts with a domain name that is being typed; '' when none does, or when it isn't a
 * domain name yet. Microsoft documents no rule for this, so it warns and the decision stays with Azure.
 * @param owner the endpoint that gets the name
 */
export function domainNameWarning(text: string, endpoints: readonly NamedEndpoint[], owner: string): string {
  const read = checkDomainName(text);
  const [first, ...more] = read.ok ? domainNameClashes(read.value.domainName, endpoints, owner) : [];
  if (!first) {
    return '';
  }
  const others = more.length > 0 ? ` This also applies to ${names(more)}.` : '';
  return `${sentence(first)}${others} Use a unique name, because Azure doesn’t define which endpoint data sources then use.`;
}

function sentence({ endpoint, domainName, relation }: DomainNameClash): string {
  switch (relation) {
    case 'same':
      return `The endpoint ${endpoint} already has this domain name.`;
    case 'covers':
      return `The endpoint ${endpoint} already has ${domainName}, which covers this name.`;
    case 'covered':
      return `The endpoint ${endpoint} already has ${domainName}, which this wildcard covers.`;
  }
}

const named = 3;

function names(clashes: readonly DomainNameClash[]): string {
  const rest = clashes.length - named;
  const shown = clashes.slice(0, named).map(({ endpoint }) => endpoint);
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  return new Intl.ListFormat('en-GB').format(all);
}

function relationOf(one: string, other: string): DomainNameClash['relation'] | undefined {
  const mine = plainName(one);
  const theirs = plainName(other);
  if (mine === theirs) {
    return mine === '' ? undefined : 'same';
  }
  if (domainNameCovers(theirs, mine)) {
    return 'covers';
  }
  return domainNameCovers(mine, theirs) ? 'covered' : undefined;
}
