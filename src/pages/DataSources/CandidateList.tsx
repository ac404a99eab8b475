import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { FilterInput, Pagination, Text, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { Panel } from '../../components/Panel';
import { TextLink } from '../../components/links';
import { type Endpoint } from '../../domain/endpoint';
import { type Candidate } from '../../domain/fillIn/rankDataSources';
import { type Target } from '../../domain/target';
import { CandidateRow } from './CandidateRow';
import { newDataSourcePath } from '../../paths';

const PAGE = 10;

interface Props {
  candidates: readonly Candidate[];
  endpoint: Endpoint;
  target: Target | undefined;
  chosen: ReadonlySet<string>;
  onToggle: (uid: string) => void;
}

/** The data sources that the endpoint may serve, best match first, each with the reason. */
export function CandidateList({ candidates, endpoint, target, chosen, onToggle }: Props) {
  const styles = useStyles2(getStyles);
  const [search, setSearch] = useState('');
  const [asked, setPage] = useState(1);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = candidates.filter(({ dataSource: { name, type, uid } }) =>
    words.every((word) => `${name}\n${type}\n${uid}`.toLowerCase().includes(word))
  );
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const page = Math.min(asked, pages);
  return (
    <Panel title="Data sources">
      {candidates.length > PAGE && (
        <FilterInput
          aria-label="Search data sources"
          placeholder="Search name or type"
          value={search}
          onChange={(text) => {
            setSearch(text);
            setPage(1);
          }}
          escapeRegex={false}
        />
      )}
      {candidates.length === 0 ? (
        <Text element="p">
          No data source has a type that this target supports.{' '}
          <TextLink href={newDataSourcePath(endpoint.name)} inline>
            Create one
          </TextLink>
        </Text>
      ) : (
        <ul className={styles.list} aria-label="Data sources">
          {found.slice((page - 1) * PAGE, page * PAGE).map((candidate) => (
            <CandidateRow
              key={candidate.dataSource.uid}
              candidate={candidate}
              endpoint={endpoint}
              target={target}
              chosen={chosen.has(candidate.dataSource.uid)}
              onToggle={() => onToggle(candidate.dataSource.uid)}
            />
          ))}
        </ul>
      )}
      {candidates.length > 0 && found.length === 0 && <Text element="p">No data sources match your search.</Text>}
      <Pagination currentPage={page} numberOfPages={pages} hideWhenSinglePage onNavigate={setPage} />
    </Panel>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
  }),
});
