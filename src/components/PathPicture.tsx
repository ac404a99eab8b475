import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, type IconName, useStyles2 } from '@grafana/ui';
import React from 'react';
import {
  type PathLink,
  type PathNode,
  type PathNodeId,
  type PathPicture as Picture,
} from '../domain/check/pathPicture';
import { type Tone } from '../domain/state/stateWords';
import { CutText } from './CutText';
import { TextLink } from './links';
import { visuallyHidden } from './visuallyHidden';

interface Props {
  picture: Picture;
  /** Where a node's name leads; nothing for those without a page. */
  hrefs: Partial<Record<PathNodeId, string>>;
}

const nodeIcons: Record<PathNodeId, IconName> = {
  dataSource: 'database',
  address: 'globe',
  endpoint: 'plug',
  target: 'cloud',
};

const stateIcons: Record<Tone, IconName> = {
  success: 'check-circle',
  info: 'sync',
  warning: 'clock-nine',
  error: 'exclamation-circle',
  neutral: 'question-circle',
};

const linkLooks: Record<PathLink, { icon: IconName; words: string }> = {
  connected: { icon: 'check', words: 'connected to the next' },
  waiting: { icon: 'clock-nine', words: 'not connected to the next yet' },
  broken: { icon: 'times', words: 'not connected to the next' },
  unknown: { icon: 'question-circle', words: 'unknown whether connected to the next' },
};

/** The network path from a data source to its target: the state of each part, and where it breaks. */
export function PathPicture({ picture: { nodes, links }, hrefs }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.container}>
      <ol className={styles.path} aria-label="Network path">
        {nodes.map((node, index) => {
          const link = links[index];
          return (
            <li key={node.id} className={styles.item}>
              <NodeBox node={node} to={hrefs[node.id]} />
              {link && (
                <span className={cx(styles.link, styles[link])}>
                  <span className={styles.mark}>
                    <Icon key={link} name={linkLooks[link].icon} size="sm" aria-hidden />
                  </span>
                  <span className={visuallyHidden}>, {linkLooks[link].words}</span>
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

// Icons take their time in a list of fifty.
const marks: Record<Tone, string> = { success: '✓', info: '…', warning: '!', error: '×', neutral: '?' };

/** A small picture of the same for a row, without names: these stand in the row. */
export function PathMarks({ picture: { nodes, links } }: Pick<Props, 'picture'>) {
  const styles = useStyles2(getStyles);
  return (
    <ol className={styles.marks} aria-label="Network path">
      {nodes.map(({ id, title, name, state, tone }, index) => {
        const link = links[index];
        const words = `${title}${name && ` ${name}`}: ${state}`;
        return (
          <li key={id} className={styles.smallItem} title={words}>
            <span className={cx(styles.small, styles[tone])} aria-hidden>
              {marks[tone]}
            </span>
            <span className={visuallyHidden}>{link ? `${words}, ${linkLooks[link].words}` : words}</span>
            {link && (
              <span className={cx(styles.smallLink, styles[link])} aria-hidden>
                {link === 'broken' && '×'}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface NodeBoxProps {
  node: PathNode;
  /** Where its name leads. */
  to: string | undefined;
}

function NodeBox({ node: { id, title, name, detail, state, tone }, to }: NodeBoxProps) {
  const styles = useStyles2(getStyles);
  return (
    <span className={cx(styles.node, styles[tone])}>
      <span className={styles.faint}>
        <Icon name={nodeIcons[id]} size="sm" aria-hidden /> {title}
      </span>
      <CutText text={name || '–'} className={styles.name}>
        {to && name ? (
          <TextLink href={to} inline color="primary">
            {name}
          </TextLink>
        ) : undefined}
      </CutText>
      <span className={cx(styles.faint, styles.detail)} title={detail}>
        {detail}
      </span>
      <span className={styles.state}>
        {/* Two names in a row are a race: the picture that loads last stays. */}
        <Icon key={tone} name={stateIcons[tone]} size="sm" aria-hidden /> {state}
      </span>
    </span>
  );
}

const narrow = '@container (max-width: 640px)';

const getStyles = (theme: GrafanaTheme2) => {
  const { colors, shape, spacing, typography } = theme;
  const edge = (color: string, text: string) => css({ '--path-edge': color, '--path-text': text });
  const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
  const linkWidth = spacing(5);
  return {
    container: css({ containerType: 'inline-size' }),
    path: css({
      display: 'flex',
      listStyle: 'none',
      margin: 0,
      padding: 0,
      [narrow]: { flexDirection: 'column' },
    }),
    item: css({
      display: 'flex',
      minWidth: 0,
      flex: '1 1 0',
      // The nodes are of one width, and all but the last have a link beside them.
      '&:not(:last-child)': { flexBasis: linkWidth },
      [narrow]: { flexDirection: 'column', '&, &:not(:last-child)': { flex: 'none' } },
    }),
    node: css({
      flex: '1 1 0',
      minWidth: 0,
      display: 'flex',
      flexDirection: 'column',
      gap: spacing(0.25),
      padding: spacing(1, 1.5),
      border: `1px solid ${colors.border.weak}`,
      borderTop: '3px solid var(--path-edge)',
      borderRadius: shape.radius.default,
      background: colors.background.secondary,
      [narrow]: { flex: 'none' },
    }),
    faint: css({ color: colors.text.secondary, fontSize: typography.bodySmall.fontSize }),
    name: css({ fontWeight: typography.fontWeightMedium }),
    detail: css({ flexGrow: 1, ...oneLine }),
    state: css({ color: 'var(--path-text)', fontSize: typography.bodySmall.fontSize }),
    success: edge(colors.success.border, colors.success.text),
    info: edge(colors.info.border, colors.info.text),
    warning: edge(colors.warning.border, colors.warning.text),
    error: edge(colors.error.border, colors.error.text),
    neutral: edge(colors.border.strong, colors.text.secondary),
    link: css({
      position: 'relative',
      flex: `0 0 ${linkWidth}`,
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      '&::before': { content: '""', position: 'absolute', inset: 'calc(50% - 1px) 0 auto', borderWidth: '2px 0 0' },
      [narrow]: {
        flexBasis: spacing(4),
        '&::before': { inset: '0 auto 0 calc(50% - 1px)', borderWidth: '0 0 0 2px' },
      },
    }),
    connected: css({ color: colors.success.text, '&&::before': { borderStyle: 'solid' } }),
    waiting: css({ color: colors.warning.text, '&&::before': { borderStyle: 'dotted' } }),
    broken: css({ color: colors.error.text, '&&::before': { borderStyle: 'dotted' } }),
    unknown: css({ color: colors.text.secondary, '&&::before': { borderStyle: 'dashed' } }),
    mark: css({
      position: 'relative',
      display: 'flex',
      padding: spacing(0.25),
      border: '2px solid currentColor',
      borderRadius: shape.radius.circle,
      background: colors.background.primary,
    }),
    marks: css({ display: 'inline-flex', listStyle: 'none', margin: 0, padding: 0 }),
    smallItem: css({ display: 'flex' }),
    small: css({
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      width: spacing(2.5),
      height: spacing(2.5),
      border: '2px solid var(--path-edge)',
      borderRadius: shape.radius.circle,
      color: 'var(--path-text)',
      fontSize: typography.bodySmall.fontSize,
      lineHeight: 1,
    }),
    smallLink: css({
      position: 'relative',
      width: spacing(1.5),
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      '&::before': { content: '""', position: 'absolute', inset: 'calc(50% - 1px) 0 auto', borderWidth: '2px 0 0' },
    }),
  };
};
