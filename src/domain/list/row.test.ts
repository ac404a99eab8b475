import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { endpointRows } from './row';

const now = Date.parse('2026-11-23T12:00:00Z');

it('prepares a row', () => {
  const [row] = endpointRows([sampleEndpoint({ targetId: sampleTargetId('microsoft.sql/servers', 'orders') })], now);
  expect(row).toMatchObject({
    status: 'approved',
    statusLabel: 'Approved',
    need: '',
    kind: { key: 'sqlServer', known: true },
    targetName: 'orders',
  });
});

it("takes the target's view into account", () => {
  const [row] = endpointRows([sampleEndpoint({ connectionState: 'Pending' })], now, () => ({
    status: 'Approved',
    description: '',
    grade: 'confirmed',
  }));
  expect(row).toMatchObject({ status: 'approvedNotRefreshed', need: 'Refresh' });
});

it('shows an unreadable target as it is', () => {
  const [row] = endpointRows([sampleEndpoint({ targetId: 'odd' })], now);
  expect(row).toMatchObject({ targetName: 'odd', kind: { key: '', title: 'Unknown resource type' } });
});
