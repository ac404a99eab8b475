import { type AutomaticRefresh } from '../following';
import { type EndpointStatus, needsRefresh, seemsDecided } from './status';

interface Row {
  endpoint: { name: string };
  status: EndpointStatus;
}

/**
 * Says what a refresh is due for, and whether it comes automatically; '' where none is due.
 * @param automatic undefined where that isn't known yet
 */
export function refreshReason(rows: readonly Row[], automatic: AutomaticRefresh | undefined): string {
  const withoutIp = rows.filter(({ status }) => status === 'approvedNoAddress');
  const decided = rows.filter(({ status }) => needsRefresh(status) && status !== 'approvedNoAddress');
  const probable = rows.filter(({ status }) => seemsDecided(status));
  const isAutomatic = automatic !== undefined && automatic !== 'off';
  const are = (some: readonly Row[], how = '') =>
    `${subject(some)} ${some.length === 1 ? 'is' : 'are'} ${how}${decisionOf(some)}`;
  if (decided.length > 0) {
    const order = isAutomatic ? 'It’s refreshed automatically, or refresh now.' : 'Refresh it now.';
    return `${are(decided)}, but the managed network hasn’t been refreshed yet. ${order}`;
  }
  if (probable.length > 0) {
    return `${are(probable, 'probably ')}. ${isAutomatic ? 'A refresh confirms it automatically, or refresh now.' : 'Refresh to confirm.'}`;
  }
  // No automatic refresh is for these alone, as their targets show nothing new.
  return withoutIp.length === 0
    ? ''
    : withoutIp.length === 1
      ? `${subject(withoutIp)} is approved, but has no private IP yet. Refresh to get it.`
      : `${subject(withoutIp)} are approved, but have no private IP yet. Refresh to get them.`;
}

/** What the owners decided, of all of them: "approved", "approved or rejected". */
function decisionOf(rows: readonly Row[]): string {
  const words = ['approved', 'rejected', 'disconnected'].filter((word) =>
    rows.some(({ status }) => status.startsWith(word))
  );
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(words);
}

function subject(rows: readonly Row[]): string {
  const [first] = rows;
  return first && rows.length === 1 ? first.endpoint.name : `${rows.length.toLocaleString('en-US')} endpoints`;
}
