import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { type ComboboxOption, FilterInput, MultiCombobox, useStyles2 } from '@grafana/ui';
import React from 'react';
import { SortChoice } from '../../components/SortChoice';
import { type ListView, type SortColumn } from '../../domain/list/view';
import { columns } from './EndpointTable';

const sortOptions: Array<{ value: SortColumn; label: string }> = [
  { value: 'need', label: 'Needs attention' },
  ...columns.map(({ column, title }) => ({ value: column, label: title })),
  { value: 'subResource', label: 'Sub-resource' },
];

interface Props {
  view: ListView;
  /** The same array as long as nothing changed. */
  kinds: Array<ComboboxOption<string>>;
  onChange: (change: Partial<ListView>) => void;
}

/** Search, kind and order of the list. */
export function ListTools({ view, kinds, onChange }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.row}>
      <FilterInput
        aria-label="Search private endpoints"
        placeholder="Search name, target, domain name, IP, message or tag"
        value={view.search}
        onChange={(search) => onChange({ search })}
        escapeRegex={false}
      />
      <MultiCombobox
        aria-label="Filter by resource type"
        placeholder="All resource types"
        options={kinds}
        value={view.kinds}
        onChange={(chosen) => onChange({ kinds: chosen.map(({ value }) => value) })}
      />
      <SortChoice
        options={sortOptions}
        value={view.sort}
        direction={view.sort === 'need' ? undefined : view.descending ? 'descending' : 'ascending'}
        onSort={(sort) => onChange({ sort, descending: false })}
        onTurn={() => onChange({ descending: !view.descending })}
      />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 2),
    '& > *': { flex: `1 1 ${theme.spacing(28)}` },
    '& > :first-child': { flex: `2 1 ${theme.spacing(40)}` },
  }),
});
