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
  const order = (doing: string, done: string) =>
    automatic === undefined || automatic === 'off' ? `Refresh to ${doing}.` : `${done} automatically, or refresh now.`;
  if (decided.length > 0) {
    return decided.length === 1
      ? `${subject(decided)} has a decision that isn’t active yet. ${order('apply it', 'It’s applied')}`
      : `${subject(decided)} have decisions that aren’t active yet. ${order('apply them', 'They’re applied')}`;
  }
  if (probable.length > 0) {
    return probable.length === 1
      ? `${subject(probable)} probably has a decision. ${order('confirm it', 'It’s confirmed')}`
      : `${subject(probable)} probably have decisions. ${order('confirm them', 'They’re confirmed')}`;
  }
  // No automatic refresh is for these alone, as their targets show nothing new.
  return withoutIp.length === 0
    ? ''
    : withoutIp.length === 1
      ? `${subject(withoutIp)} is approved, but has no private IP yet. Refresh to get it.`
      : `${subject(withoutIp)} are approved, but have no private IP yet. Refresh to get them.`;
}

function subject(rows: readonly Row[]): string {
  const [first] = rows;
  return first && rows.length === 1 ? first.endpoint.name : `${rows.length.toLocaleString('en-US')} endpoints`;
}
