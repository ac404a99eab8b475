import { Button, Stack, Text } from '@grafana/ui';
import React from 'react';
import { LinkButton } from '../../components/links';
import { useReceipts, useRestoreFills } from '../../data/keptFills';
import { type FillProgress, type TestOutcome, useHealthOfFills } from '../../data/useFillIn';
import { endpointPath } from '../../paths';

interface Props {
  /** Name of the endpoint. */
  endpoint: string;
  progress: ReadonlyMap<string, FillProgress>;
  onRestored: (uid: string) => void;
}

/** How the batch and its tests went, the way back where a test failed, and the way on. */
export function BatchOutcome({ endpoint, progress, onRestored }: Props) {
  const health = useHealthOfFills(progress);
  const restore = useRestoreFills();
  const receipts = useReceipts().filter(({ uid, at }) => {
    const one = progress.get(uid);
    return one?.state === 'written' && one.receipt.at === at;
  });
  const failed = [...health.values()].includes('failed');
  const busy = [...progress.values()].some(({ state }) => state === 'waiting' || state === 'writing');
  const written = [...progress.values()].some(({ state }) => state === 'written');
  const text = [batchText(progress), testText([...health.values()])].filter(Boolean).join('. ');
  return (
    <>
      <div role="status">
        {text && <Text weight="medium">{text}</Text>}
        {restore.isSuccess && restore.data.length === 0 && !written && (
          <Text color="success">Previous URLs restored.</Text>
        )}
      </div>
      <div role="alert">
        {restore.data?.map(({ name, failure }) => (
          <Text key={name} element="p" color="error">
            {`Couldn’t restore ${name}. ${failure.message}`}
          </Text>
        ))}
      </div>
      <Stack direction="row" wrap="wrap" gap={1}>
        {failed && !busy && receipts.length > 0 && (
          <Button
            variant="secondary"
            icon={restore.isPending ? 'spinner' : 'history'}
            aria-busy={restore.isPending}
            onClick={() => !restore.isPending && restore.mutate({ receipts, onRestored })}
          >
            {receipts.length === 1 ? 'Restore previous URL' : `Restore ${receipts.length} previous URLs`}
          </Button>
        )}
        {(written || restore.isSuccess) && !busy && (
          <LinkButton icon="check" variant={failed ? 'secondary' : 'primary'} href={endpointPath(endpoint)}>
            Done
          </LinkButton>
        )}
      </Stack>
    </>
  );
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

const testWords: Record<TestOutcome, string> = {
  running: 'running',
  passed: 'passed',
  failed: 'failed',
  unknown: 'without a result',
};

/** "Test passed", or for several "Tests: 2 passed, 1 failed"; '' for none. */
function testText(outcomes: readonly TestOutcome[]): string {
  const [only] = outcomes;
  if (only && outcomes.length === 1) {
    return `Test ${testWords[only]}`;
  }
  const parts = (Object.keys(testWords) as TestOutcome[])
    .map((outcome) => ({ outcome, count: outcomes.filter((one) => one === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${count} ${testWords[outcome]}`);
  return parts.length > 0 ? `Tests: ${parts.join(', ')}` : '';
}
