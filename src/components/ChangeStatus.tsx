import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Spinner, useStyles2 } from '@grafana/ui';
import React from 'react';
import { CONFIG_PATH } from '../constants';
import { type Waiting } from '../domain/changes/change';
import { type Failure } from '../domain/failure';
import { FailureAlert } from './FailureAlert';
import { useNow } from './useTime';

interface Props {
  waiting: Waiting | undefined;
  failure: Failure | undefined;
  /** What couldn't be done. */
  title: string;
  /** Left out where a button beside it calls the change off. */
  cancel?: () => void;
}

/** What a change waits for, with a way to call it off, or why it wasn't made. */
export function ChangeStatus({ waiting, failure, title, cancel }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <>
      <div className={styles.status}>
        {waiting && <Spinner inline />}
        <span role="status">{waiting?.reason}</span>
        {waiting && (
          <>
            <Countdown until={waiting.until} />
            {cancel && !waiting.sent && (
              <Button type="button" size="sm" variant="secondary" fill="outline" onClick={cancel}>
                Stop waiting
              </Button>
            )}
          </>
        )}
      </div>
      {failure && <FailureAlert title={title} failure={failure} settingsHref={CONFIG_PATH} />}
    </>
  );
}

/** Not announced: it changes all the time. */
function Countdown({ until }: { until: number }) {
  const seconds = Math.ceil((until - useNow(1_000)) / 1_000);
  return seconds > 0 ? <span>{`Next try in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`}</span> : null;
}

const getStyles = (theme: GrafanaTheme2) => ({
  status: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  }),
});
