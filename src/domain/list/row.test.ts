import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { endpointRows } from './row';

it('prepares a row', () => {
  const [row] = endpointRows([sampleEndpoint({ targetId: sampleTargetId('microsoft.sql/servers', 'orders') })]);
  expect(row).toMatchObject({
    status: 'approved',
    statusLabel: 'Approved',
    kind: { key: 'sqlServer', known: true },
    targetName: 'orders',
  });
});

it("takes the target's view into account", () => {
  const [row] = endpointRows([sampleEndpoint({ connectionState: 'Pending' })], () => ({
    status: 'Approved',
    description: '',
    grade: 'certain',
  }));
  expect(row?.status).toBe('approvedNotRefreshed');
});

it('shows an unreadable target as it is', () => {
  const [row] = endpointRows([sampleEndpoint({ targetId: 'odd' })]);
  expect(row).toMatchObject({ targetName: 'odd', kind: { key: '', title: 'Unknown kind' } });
});
