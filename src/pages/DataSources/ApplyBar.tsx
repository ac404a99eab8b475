import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, ConfirmModal, Stack, Text, useStyles2 } from '@grafana/ui';
import React, { useRef, useState } from 'react';
import { type FillProgress, type FillRequest } from '../../data/useFillIn';
import { useReturnFocus } from '../../components/focus';
import { dialog } from '../../components/dialog';
import { readAddress } from '../../domain/address/address';
import { credentialsNote, stopsNote } from '../../domain/fillIn/proposeFill';
import { BatchOutcome } from './BatchOutcome';

interface Props {
  /** Name of the endpoint. */
  endpoint: string;
  /** How many are chosen. */
  chosen: number;
  /** Some of these are still being read. */
  isReading: boolean;
  /** Those that can be written now. */
  requests: readonly FillRequest[];
  progress: ReadonlyMap<string, FillProgress>;
  /** Names of the endpoints that a data source uses now, and no longer then. */
  stopsUsing: (uid: string) => string[];
  onApply: () => void;
  onRestored: (uid: string) => void;
}

/** Fills in what can be filled in, after one question that names it, then tells how the batch went. */
export function ApplyBar(props: Props) {
  const { endpoint, chosen, isReading, requests, progress, stopsUsing, onApply, onRestored } = props;
  const [asking, setAsking] = useState(false);
  const [tried, setTried] = useState(false);
  const many = requests.length;
  const styles = useStyles2(getStyles);
  const outcome = useRef<HTMLDivElement>(null);
  const focus = useReturnFocus(asking);
  return (
    <Stack direction="column" gap={1} alignItems="flex-start">
      {(many > 0 || progress.size === 0) && (
        <Button
          icon="plug"
          onClick={() => {
            setTried(true);
            setAsking(many > 0);
          }}
        >
          {many > 1 ? `Update ${many} data sources` : many === 1 ? 'Update 1 data source' : 'Update data sources'}
        </Button>
      )}
      <div role="alert">
        {tried && many === 0 && progress.size === 0 && (
          <Text color="error">
            {chosen === 0
              ? 'Select a data source first.'
              : isReading
                ? 'The selected data sources are still loading. Try again in a moment.'
                : 'None of the selected data sources can be updated yet. See the reasons above.'}
          </Text>
        )}
      </div>
      {/* The button that opened the dialog goes away: the way on is next to what comes here. */}
      <div ref={outcome} tabIndex={-1} className={styles.outcome}>
        <BatchOutcome endpoint={endpoint} progress={progress} onRestored={onRestored} />
      </div>
      <ConfirmModal
        modalClass={dialog}
        isOpen={asking}
        title={`Update ${many === 1 ? '1 data source' : `${many} data sources`} to use ${endpoint}`}
        body="Only the URL changes. The change takes effect immediately. You can undo it."
        description={
          <ul className={styles.list}>
            {requests.map(({ dataSource, change }) => (
              <li key={dataSource.uid}>
                <Text weight="medium">{dataSource.name}</Text>
                {[stopsNote(stopsUsing(dataSource.uid)), noteFor(readAddress(dataSource)?.host ?? '', change.host)]
                  .filter(Boolean)
                  .map((note) => (
                    <Text key={note} element="p">
                      {note}
                    </Text>
                  ))}
              </li>
            ))}
          </ul>
        }
        confirmText={many === 1 ? 'Update 1 data source' : `Update ${many} data sources`}
        confirmButtonVariant="primary"
        onConfirm={() => {
          focus.returnTo(outcome.current);
          setAsking(false);
          onApply();
        }}
        onDismiss={() => setAsking(false)}
      />
    </Stack>
  );
}

function noteFor(hostBefore: string, host: string): string {
  return hostBefore === host ? '' : credentialsNote(hostBefore, host);
}

const getStyles = (theme: GrafanaTheme2) => ({
  outcome: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    '&:focus': { outline: 'none' },
  }),
  list: css({ margin: theme.spacing(1, 0, 0), paddingLeft: theme.spacing(2.5) }),
});
