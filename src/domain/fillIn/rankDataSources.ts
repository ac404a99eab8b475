import { readAddress } from '../address/address';
import { type DataSource } from '../address/dataSource';
import { serves, servicesOf } from '../catalogue/catalogue';
import { type Endpoint } from '../endpoint';
import { nameWords } from '../nameWords';
import { nameOfTarget } from '../target';
import { type Match, matchReason } from '../matching/matchDataSource';

/** A data source that an endpoint may serve, with the reason. */
export interface Candidate {
  dataSource: DataSource;
  /** Higher fits better. */
  score: number;
  /** True where its address or name speaks for it; the others are any that the endpoint's target could serve. */
  suggested: boolean;
  reason: string;
}

/**
 * The data sources that an endpoint may serve, best first. Types that its kind never serves are left out; for a kind
 * outside the catalogue every type with an address is offered.
 * @param matches of the data source to endpoints, by uid
 */
export function rankDataSources(
  endpoint: Endpoint,
  dataSources: readonly DataSource[],
  matches: ReadonlyMap<string, readonly Match[]>
): Candidate[] {
  const [service] = servicesOf(endpoint.targetId, endpoint.subResources);
  return dataSources
    .filter(({ type }) => serves(service, type))
    .map((dataSource) => candidate(endpoint, dataSource, matches.get(dataSource.uid) ?? []))
    .sort((a, b) => b.score - a.score || a.dataSource.name.localeCompare(b.dataSource.name, 'en'));
}

function candidate(endpoint: Endpoint, dataSource: DataSource, matches: readonly Match[]): Candidate {
  const own = matches.find((match) => match.endpoint.id === endpoint.id);
  if (own) {
    return { dataSource, score: 4, suggested: true, reason: matchReason(own) };
  }
  if (matches.length > 0) {
    return {
      dataSource,
      score: 0,
      suggested: false,
      reason: `Uses another endpoint: ${matches.map((match) => match.endpoint.name).join(', ')}.`,
    };
  }
  const word = sharedWord(endpoint, dataSource);
  return word
    ? { dataSource, score: 3, suggested: true, reason: `Similar name: "${word}".` }
    : {
        dataSource,
        score: 1,
        suggested: false,
        reason:
          servicesOf(endpoint.targetId, endpoint.subResources)[0]?.address === 'service'
            ? 'The target supports data sources of this type.'
            : 'Unknown whether this endpoint reaches it.',
      };
}

function sharedWord(endpoint: Endpoint, dataSource: DataSource): string | undefined {
  const theirs = new Set(nameWords([dataSource.name, firstLabel(readAddress(dataSource)?.host)].join(' ')));
  const ours = nameWords([endpoint.name, nameOfTarget(endpoint.targetId), firstLabel(endpoint.domainName)].join(' '));
  return ours.find((word) => theirs.has(word));
}

function firstLabel(host: string | undefined): string | undefined {
  return host?.replace(/\..*/, '');
}
