import { sampleTargetId } from '../testing/sampleEndpoint';
import { problemText } from '../checked';
import { checkDraft, isReady } from './checkDraft';
import { type CreateDraft, emptyDraft } from './draft';

const whole: CreateDraft = {
  ...emptyDraft,
  kind: 'privateLinkService',
  target: sampleTargetId(),
  name: 'influx',
  domainName: 'influx.contoso.com',
  requestMessage: 'Kim. MPE-7K3M-X9QT',
};

it('finds nothing wrong with a whole draft', () => {
  expect(checkDraft(whole, [])).toEqual({});
});

it('names every field that an empty draft lacks', () => {
  const findings = checkDraft(emptyDraft, []);
  expect(Object.keys(findings)).toEqual(['kind', 'target', 'name', 'requestMessage']);
  expect(isReady(findings, ['requestMessage'])).toBe(true);
  expect(isReady(findings, ['name'])).toBe(false);
});

it.each<[Partial<CreateDraft>, string, string]>([
  [
    { target: sampleTargetId('Microsoft.Sql/servers') },
    'target',
    'Private link service (Microsoft.Network/privateLinkServices) is selected',
  ],
  [{ kind: 'sqlServer', target: sampleTargetId('Microsoft.Sql/servers') }, 'subResource', 'Select a sub-resource'],
  [{ domainName: 'contoso.com' }, 'domainName', 'at least three parts'],
  [{ target: ' ' }, 'target', 'Select the resource'],
  [{ domainName: '*.contoso.com' }, 'domainName', 'such as *.contoso.com. The endpoint taken already has'],
  [{ domainName: 'x', kind: '' }, 'domainName', 'at least three parts'],
  [{ domainName: 'x', kind: 'other' }, 'domainName', 'at least three parts'],
  [{ domainName: 'a.loki.contoso.com' }, 'domainName', 'taken already has *.loki.contoso.com'],
  [{ tags: [{ name: '', value: 'x' }] }, 'tags', 'Tag 1 has a value but no name'],
  [{ name: 'Taken' }, 'name', 'already has an endpoint'],
])('%j: %s', (change, field, message) => {
  const findings = checkDraft({ ...whole, ...change }, [{ name: 'taken', domainName: '*.loki.contoso.com' }]);
  expect(problemText(findings[field as keyof typeof findings] ?? { message: '' })).toContain(message);
});

it('leaves it to Azure whether a domain name will do', () => {
  const findings = checkDraft({ ...whole, domainName: '*.contoso.com' }, []);
  expect(findings.domainName).toBeDefined();
  expect(isReady(findings, ['domainName'])).toBe(true);
});

it('compares a domain name with those of other endpoints alone', () => {
  expect(checkDraft(whole, [{ name: 'Influx', domainName: whole.domainName }]).domainName).toBeUndefined();
});

it('takes spaces for no domain name', () => {
  expect(checkDraft({ ...whole, domainName: ' ' }, [])).toEqual({});
});

it('forgets a domain name where the kind takes none', () => {
  const sql: CreateDraft = {
    ...whole,
    kind: 'sqlServer',
    target: sampleTargetId('Microsoft.Sql/servers'),
    subResource: 'sqlServer',
  };
  expect(checkDraft({ ...sql, domainName: 'x' }, [])).toEqual({});
});
