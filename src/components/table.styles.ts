import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';

/** Below this width of its own container the table turns into cards. */
const NARROW = '@container (max-width: 860px)';

/** The list's table. */
export const getTableStyles = (theme: GrafanaTheme2) => ({
  container: css({ containerType: 'inline-size' }),
  table: css({
    display: 'table',
    width: '100%',
    '[role=row]': { display: 'table-row' },
    '[role=columnheader], [role=rowheader], [role=cell]': {
      display: 'table-cell',
      padding: theme.spacing(1),
      verticalAlign: 'top',
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    },
    [NARROW]: { display: 'block' },
  }),
  head: css({
    display: 'table-header-group',
    background: theme.colors.background.secondary,
    color: theme.colors.text.secondary,
    whiteSpace: 'nowrap',
    '&& [role=columnheader]': { padding: 0 },
    [NARROW]: {
      display: 'block',
      '&& [role=row]': { display: 'flex', flexWrap: 'wrap' },
      '&& [role=columnheader]': { border: 0 },
    },
  }),
  /** Left out where rows are cards, for lists that can be sorted without their header. */
  wideOnly: css({ [NARROW]: { display: 'none' } }),
  body: css({
    display: 'table-row-group',
    '[role=row]:hover': { background: theme.colors.action.hover },
    [NARROW]: {
      display: 'block',
      '&& [role=row]': {
        display: 'block',
        padding: theme.spacing(1, 0),
        borderBottom: `1px solid ${theme.colors.border.weak}`,
      },
      '&& [role=rowheader], && [role=cell]': { display: 'block', border: 0, padding: theme.spacing(0.5, 1) },
      '&& [role=cell]': { display: 'grid', gridTemplateColumns: `${theme.spacing(14)} minmax(0, 1fr)` },
      // A card says what there is; dashes for what there is not are for columns.
      '&& [role=cell][data-empty=true]': { display: 'none' },
      '&& [role=cell]::before': { content: 'attr(data-label)', color: theme.colors.text.secondary },
    },
  }),
  name: css({ fontWeight: theme.typography.fontWeightMedium, overflowWrap: 'break-word' }),
  nowrap: css({ whiteSpace: 'nowrap' }),
  none: css({ color: theme.colors.text.secondary }),
  sort: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(1),
    border: 0,
    background: 'transparent',
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
    '&:hover': { color: theme.colors.text.primary },
  }),
  plainHeader: css({ display: 'inline-block', padding: theme.spacing(1) }),
  sortIcon: css({ display: 'inline-block', width: theme.spacing(1.75) }),
});
