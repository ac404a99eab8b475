import { Button, ConfirmModal, Stack, Text } from '@grafana/ui';
import React, { useState } from 'react';
import { type FillProgress, type FillRequest } from '../../data/useFillIn';
import { wrapAnywhere } from '../../components/wrapAnywhere';
import { readAddress } from '../../domain/address/address';
import { credentialsNote } from '../../domain/fillIn/proposeFill';

interface Props {
  /** Name of the endpoint. */
  endpoint: string;
  /** How many are chosen. */
  chosen: number;
  /** Those that can be written now. */
  requests: readonly FillRequest[];
  progress: ReadonlyMap<string, FillProgress>;
  onApply: () => void;
}

/** Fills in what can be filled in, after one question that names it, and tells how the batch went. */
export function ApplyBar({ endpoint, chosen, requests, progress, onApply }: Props) {
  const [asking, setAsking] = useState(false);
  const [tried, setTried] = useState(false);
  const many = requests.length;
  const outcome = batchText(progress);
  return (
    <Stack direction="column" gap={1} alignItems="flex-start">
      <div role="status">{outcome && <Text weight="medium">{outcome}</Text>}</div>
      {(many > 0 || outcome === '') && (
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
        {tried && many === 0 && outcome === '' && (
          <Text color="error">
            {chosen === 0
              ? 'Select a data source first.'
              : 'None of the selected data sources can be updated yet. See the reasons above.'}
          </Text>
        )}
      </div>
      <ConfirmModal
        modalClass={wrapAnywhere}
        isOpen={asking}
        title={`Update ${many === 1 ? '1 data source' : `${many} data sources`} to use ${endpoint}`}
        body="Only the URL changes. The change takes effect immediately. You can undo it."
        description={
          <ul>
            {requests.map(({ dataSource, change }) => (
              <li key={dataSource.uid}>
                <Text weight="medium">{dataSource.name}</Text>
                {noteFor(readAddress(dataSource)?.host ?? '', change.host)}
              </li>
            ))}
          </ul>
        }
        confirmText={many === 1 ? 'Update 1 data source' : `Update ${many} data sources`}
        confirmButtonVariant="primary"
        onConfirm={() => {
          setAsking(false);
          onApply();
        }}
        onDismiss={() => setAsking(false)}
      />
    </Stack>
  );
}

function noteFor(hostBefore: string, host: string): string {
  return hostBefore === host ? '' : `: ${credentialsNote(hostBefore, host)}`;
}

function batchText(progress: ReadonlyMap<string, FillProgress>): string {
  const states = [...progress.values()].map(({ state }) => state);
  const count = (...some: Array<FillProgress['state']>) => states.filter((state) => some.includes(state)).length;
  const running = count('waiting', 'writing');
  const parts = [
    count('written') > 0 && `${count('written')} updated`,
    running > 0 && `${running} in progress`,
    count('failed', 'changed') > 0 && `${count('failed', 'changed')} not changed`,
  ].filter(Boolean);
  return parts.join(', ');
}
