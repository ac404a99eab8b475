import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { FilterInput, Icon, Pagination, Text, useStyles2 } from '@grafana/ui';
import React, { type ReactNode, useId, useState } from 'react';
import { Disclosure } from '../../components/Disclosure';
import { TextLink } from '../../components/links';
import { Panel } from '../../components/Panel';
import { shownAddress } from '../../domain/address/address';
import { type DataSource, isReadOnly } from '../../domain/address/dataSource';
import { dataSourceName } from '../../domain/catalogue/dataSourceTypes';
import { type Endpoint } from '../../domain/endpoint';
import { type FillProposal, proposeFill } from '../../domain/fillIn/proposeFill';
import { type Candidate } from '../../domain/fillIn/rankDataSources';
import { type Target } from '../../domain/target';
import { newDataSourcePath } from '../../paths';

const PAGE = 10;

interface Props {
  candidates: readonly Candidate[];
  endpoint: Endpoint;
  target: Target | undefined;
  chosen: ReadonlySet<string>;
  onToggle: (uid: string) => void;
}

/** The data sources that the endpoint may serve: those that something speaks for, and a search for all others. */
export function CandidateList({ candidates, endpoint, target, chosen, onToggle }: Props) {
  // What was chosen before stays in view; what is chosen here stays where it is.
  const [linked] = useState(chosen);
  const shown = ({ suggested, dataSource: { uid } }: Candidate) => suggested || linked.has(uid);
  const first = candidates.filter(shown);
  const others = candidates.filter((candidate) => !shown(candidate));
  const rows = { endpoint, target, chosen, onToggle };
  return (
    <Panel title="Data sources">
      {candidates.length === 0 && (
        <Text element="p">
          No data source has a type that this target supports.{' '}
          <TextLink href={newDataSourcePath(endpoint.name)} inline>
            Create one
          </TextLink>
        </Text>
      )}
      {first.length > 0 && <CandidateRows label="Suggested data sources" candidates={first} {...rows} />}
      {others.length > 0 && (
        <Disclosure
          label={first.length > 0 ? `Other data sources: ${others.length}` : `Data sources: ${others.length}`}
          isOpen={!first.some(({ dataSource }) => !isSettled(proposalFor(dataSource, rows)))}
        >
          <OtherCandidates candidates={others} {...rows} />
        </Disclosure>
      )}
    </Panel>
  );
}

/** All others, to be found by name or type. */
function OtherCandidates({ candidates, ...rows }: Props) {
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
    <div className={styles.others}>
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
      <CandidateRows label="Other data sources" candidates={found.slice((page - 1) * PAGE, page * PAGE)} {...rows} />
      {found.length === 0 && <Text element="p">No data sources match your search.</Text>}
      <Pagination currentPage={page} numberOfPages={pages} hideWhenSinglePage onNavigate={setPage} />
    </div>
  );
}

function CandidateRows({ label, candidates, endpoint, target, chosen, onToggle }: Props & { label: string }) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list} aria-label={label}>
      {candidates.map((candidate) => (
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
  );
}

function proposalFor(dataSource: DataSource, { endpoint, target }: Pick<Props, 'endpoint' | 'target'>): FillProposal {
  return proposeFill({ endpoint, dataSource, target, host: '', unsafeNumbers: false });
}

/** True where there is nothing to choose: it uses the endpoint already, or can't. */
function isSettled({ kind }: FillProposal): boolean {
  return kind === 'keep' || kind === 'nothing';
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
  others: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), marginTop: theme.spacing(1) }),
});

interface CandidateRowProps {
  candidate: Candidate;
  endpoint: Endpoint;
  target: Target | undefined;
  chosen: boolean;
  onToggle: () => void;
}

/** One data source to choose; where there is nothing to fill in, why. */
function CandidateRow({ candidate: { dataSource, reason }, endpoint, target, chosen, onToggle }: CandidateRowProps) {
  const styles = useStyles2(getCandidateRowStyles);
  const id = useId();
  const proposal = proposalFor(dataSource, { endpoint, target });
  const address = shownAddress(dataSource);
  const fixed = isSettled(proposal) && !chosen;
  return (
    <li>
      <Row fixed={fixed} htmlFor={id} className={styles.row}>
        {fixed ? (
          <Icon name={proposal.kind === 'keep' ? 'check' : 'minus'} className={styles.mark} aria-hidden />
        ) : (
          <input
            id={id}
            type="checkbox"
            className={styles.mark}
            checked={chosen}
            onChange={onToggle}
            aria-describedby={`${id}-reason`}
          />
        )}
        <span className={styles.text}>
          <span className={styles.name}>{dataSource.name}</span>{' '}
          <Text color="secondary" variant="bodySmall">
            {dataSourceName(dataSource.type)}
            {isReadOnly(dataSource) && ', provisioned'}
          </Text>
          <span className={styles.address}>{address || 'No address'}</span>
        </span>
        <span id={`${id}-reason`} className={styles.reason}>
          {fixed && 'message' in proposal ? proposal.message : reason}
        </span>
      </Row>
    </li>
  );
}

interface RowProps {
  /** True where there is nothing to choose, so nothing to label. */
  fixed: boolean;
  htmlFor: string;
  className: string;
  children: ReactNode;
}

function Row({ fixed, htmlFor, className, children }: RowProps) {
  return fixed ? (
    <div className={className}>{children}</div>
  ) : (
    <label className={className} htmlFor={htmlFor}>
      {children}
    </label>
  );
}

const getCandidateRowStyles = (theme: GrafanaTheme2) => ({
  row: css({
    display: 'grid',
    gridTemplateColumns: `${theme.spacing(2.5)} minmax(0, 1fr)`,
    gap: theme.spacing(0.5, 1.5),
    alignItems: 'start',
    padding: theme.spacing(1, 1.5),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    '&:has(input)': { cursor: 'pointer', '&:hover': { borderColor: theme.colors.border.strong } },
    '&:has(:checked)': { borderColor: theme.colors.primary.border },
    '&:has(:focus-visible)': { outline: `2px solid ${theme.colors.primary.main}` },
  }),
  mark: css({ marginTop: theme.spacing(0.25), accentColor: theme.colors.primary.main }),
  text: css({ minWidth: 0 }),
  name: css({ fontWeight: theme.typography.fontWeightMedium }),
  address: css({
    display: 'block',
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
  }),
  reason: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    gridColumn: 2,
  }),
});
