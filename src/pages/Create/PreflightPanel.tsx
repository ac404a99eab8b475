import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Spinner, Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { Disclosure } from '../../components/Disclosure';
import { Panel } from '../../components/Panel';
import { PreflightList } from '../../components/PreflightList';
import { draftKind } from '../../domain/create/draft';
import { nameOfTarget } from '../../domain/list/row';
import { preflightSummary } from '../../domain/preflight/preflight';
import { type Flow } from './flow';
import { type TargetFacts } from './useTargetFacts';

/** What would make the endpoint fail or disappoint, said before it is tried. */
export function PreflightPanel({ flow, facts }: { flow: Flow; facts: TargetFacts }) {
  const styles = useStyles2(getStyles);
  const { draft } = flow;
  const kind = draftKind(draft);
  const chosen = facts.choice.ok;
  return (
    <div className={styles.aside}>
      <Panel title="Before you create">
        <span role="status">
          <Text color="secondary">{statusText(chosen, facts, draft.target)}</Text>{' '}
          {facts.isReading && <Spinner inline />}
        </span>
        {chosen && <PreflightList results={facts.results} />}
        {kind && kind.prerequisites.length > 0 && (
          <Disclosure label="About this resource type">
            <ul className={styles.list}>
              {kind.prerequisites.map(({ text, certainty }) => (
                <li key={text}>
                  {certainty === 'likely' ? 'Probable: ' : ''}
                  {text}
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </Panel>
    </div>
  );
}

function statusText(chosen: boolean, { isReading, results }: TargetFacts, target: string): string {
  if (!chosen) {
    return 'Select a resource to see checks.';
  }
  return isReading ? `Checking ${nameOfTarget(target)}…` : preflightSummary(results);
}

const getStyles = (theme: GrafanaTheme2) => ({
  aside: css({ minWidth: 0, [theme.breakpoints.up('lg')]: { position: 'sticky', top: theme.spacing(2) } }),
  list: css({ margin: 0, paddingLeft: theme.spacing(2.5) }),
});
