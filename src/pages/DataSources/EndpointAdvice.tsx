import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, Text, useStyles2 } from '@grafana/ui';
import React, { memo, useMemo } from 'react';
import { Disclosure } from '../../components/Disclosure';
import { TextLink } from '../../components/links';
import { useNow } from '../../components/useTime';
import { endpointAdvice, type ViewOf } from '../../domain/advice/advice';
import { type AdviceGroup, groupAdvice } from '../../domain/advice/groupAdvice';
import { type Endpoint } from '../../domain/endpoint';
import { type Matching } from '../../domain/matching/matchAll';
import { endpointsPath } from '../../paths';
import { AdviceFixButton, Refresh } from './AdviceParts';

interface Props {
  endpoints: readonly Endpoint[];
  matching: Matching;
  viewOf: ViewOf;
}

/** More are not listed: the list of endpoints can search and filter. */
const SHOWN = 20;

/** What the endpoints themselves are in need of, in a line for each sort of it. Memoized, as it has no part in a search. */
export const EndpointAdvice = memo(function EndpointAdvice({ endpoints, matching, viewOf }: Props) {
  const styles = useStyles2(getStyles);
  const now = useNow(60_000);
  const groups = useMemo(
    () => groupAdvice(endpoints.flatMap((one) => endpointAdvice(one, matching, viewOf(one), now))),
    [endpoints, matching, viewOf, now]
  );
  return groups.length > 0 ? (
    <section aria-label="Recommendations" className={styles.box}>
      {groups.map((group) => (
        <div key={group.id} className={styles.group}>
          <span className={styles.mark}>
            <Icon name={group.id === 'unused' ? 'info-circle' : 'exclamation-triangle'} aria-hidden />
          </span>
          <div className={styles.line}>
            <div className={styles.text}>
              <Text element="p">{group.message}</Text>
              {group.items.length > 1 && <Members group={group} />}
            </div>
            <GroupFix group={group} />
          </div>
        </div>
      ))}
    </section>
  ) : null;
});

interface GroupProps {
  group: AdviceGroup;
}

/** One refresh serves all; else each has a click of its own, and a single one stands right here. */
function GroupFix({ group: { id, items } }: GroupProps) {
  const [first] = items;
  if (id === 'notRefreshed') {
    return <Refresh />;
  }
  return items.length === 1 && first ? <AdviceFixButton advice={first} /> : null;
}

function Members({ group: { id, items } }: GroupProps) {
  const styles = useStyles2(getStyles);
  const more = items.length - SHOWN;
  return (
    <Disclosure label="Show" isLong>
      <ul className={styles.list}>
        {items.slice(0, SHOWN).map((advice) => (
          <li key={advice.endpoint?.id} className={styles.item}>
            <Text>{id === 'pendingForDays' ? advice.message : (advice.endpoint?.name ?? '')}</Text>
            {id !== 'notRefreshed' && <AdviceFixButton advice={advice} />}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <TextLink href={endpointsPath} inline variant="bodySmall">
          {`and ${more.toLocaleString('en-US')} more`}
        </TextLink>
      )}
    </Disclosure>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    display: 'flex',
    flexDirection: 'column',
    padding: theme.spacing(0.5, 2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  group: css({
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 0),
    '& + &': { borderTop: `1px solid ${theme.colors.border.weak}` },
  }),
  mark: css({ marginTop: theme.spacing(0.25), color: theme.colors.text.secondary }),
  line: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: theme.spacing(1) }),
  text: css({ flex: `1 1 ${theme.spacing(30)}`, minWidth: 0, overflowWrap: 'anywhere' }),
  list: css({ listStyle: 'none', margin: 0, padding: 0 }),
  item: css({
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 0),
  }),
});
