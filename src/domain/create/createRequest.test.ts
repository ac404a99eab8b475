import { sampleTargetId } from '../testing/sampleEndpoint';
import { sampleWorkspace } from '../testing/sampleWorkspace';
import { createRequest, exportInputOf } from './createRequest';
import { type CreateDraft, emptyDraft } from './draft';

const draft: CreateDraft = {
  ...emptyDraft,
  kind: 'privateLinkService',
  target: `https://portal.azure.com/#resource${sampleTargetId()}/overview`,
  targetRegion: 'westeurope',
  domainName: 'https://influx.contoso.com:8086',
  requestMessage: 'Hello',
  tags: [{ name: 'team', value: 'metrics' }],
};

it('sends the cleaned input', () => {
  expect(createRequest(draft)).toEqual({
    ok: true,
    value: {
      targetId: sampleTargetId(),
      targetRegion: 'westeurope',
      subResources: [],
      requestMessage: 'Hello',
      domainName: 'influx.contoso.com',
      tags: { team: 'metrics' },
    },
  });
});

it('sends nothing that the kind does not take', () => {
  const sql = createRequest({
    ...draft,
    kind: 'sqlServer',
    target: sampleTargetId('Microsoft.Sql/servers', 'x'),
    subResource: 'sqlServer',
  });
  expect(sql.ok && sql.value).toMatchObject({ subResources: ['sqlServer'], domainName: '' });
  const service = createRequest({ ...draft, subResource: 'left over' });
  expect(service.ok && service.value.subResources).toEqual([]);
});

it.each([' ', ''])('sends no domain name for %j', (domainName) => {
  const request = createRequest({ ...draft, domainName });
  expect(request.ok && request.value.domainName).toBe('');
});

it.each<[Partial<CreateDraft>]>([[{ target: 'x' }], [{ domainName: 'x' }]])('refuses %j', (change) => {
  expect(createRequest({ ...draft, ...change }).ok).toBe(false);
});

it('always exports with the location of the workspace', () => {
  const request = createRequest(draft);
  expect(request.ok && exportInputOf('influx', request.value, sampleWorkspace())).toMatchObject({
    name: 'influx',
    location: 'westeurope',
    workspaceId: sampleWorkspace().id,
  });
});
