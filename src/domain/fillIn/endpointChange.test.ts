import { sampleEndpoint } from '../testing/sampleEndpoint';
import { endpointChange } from './endpointChange';

const before = sampleEndpoint();

it('says nothing where all is as before', () => {
  expect(endpointChange(before, sampleEndpoint({ tags: { a: 'b' } }))).toBeUndefined();
  expect(endpointChange(before, { ...before, domainName: before.domainName.toUpperCase() })).toBeUndefined();
});

it.each([
  [undefined, 'was deleted'],
  [{ ...before, createdAt: '2026-01-01T00:00:00Z' }, 'was replaced'],
  [{ ...before, connectionState: 'Disconnected' }, 'stopped being ready'],
  [{ ...before, privateIp: '10.0.0.9' }, 'changed its target or address'],
  [{ ...before, domainName: 'other.contoso.com' }, 'changed its target or address'],
  [{ ...before, targetId: `${before.targetId}2` }, 'changed its target or address'],
])('names what is different: %j', (now, told) => {
  expect(endpointChange(before, now)).toMatchObject({
    code: 'endpoint_changed',
    message: expect.stringContaining(told),
  });
});
