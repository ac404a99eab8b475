import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';

/**
 * Fields above one another, with their checks or facts as the second child: beside all of them where there is room, else
 * in between. `rows` is how many children stand in the first column.
 */
export const besideFields = (theme: GrafanaTheme2, rows: number) =>
  css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(3, 4),
    alignItems: 'start',
    [theme.breakpoints.up('lg')]: {
      gridTemplateColumns: `minmax(0, 1fr) ${theme.spacing(48)}`,
      gridTemplateRows: `${'auto '.repeat(rows - 1)}1fr`,
      '& > :nth-child(2)': { gridColumn: 2, gridRow: `1 / span ${rows}` },
    },
  });

/** A list of short notes. */
export const noteList = (theme: GrafanaTheme2) =>
  css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    margin: 0,
    paddingLeft: theme.spacing(2.5),
  });
