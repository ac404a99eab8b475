import { emptyDraft } from '../../domain/create/draft';
import { kindByKey } from '../../domain/catalogue/catalogue';
import { subResourceChoices } from '../../domain/create/subResourceChoices';
import { sampleEndpoint, sampleTargetId } from '../../domain/testing/sampleEndpoint';
import { suggestionFor, withKind, withReadTarget, withTarget } from './changeDraft';
import { type DraftStart, freshDraft } from './useDraftForm';

const SQL = sampleTargetId('Microsoft.Sql/servers', 'orders');
const PLS = sampleTargetId();
const PORTAL = `https://portal.azure.com/#@contoso.com/resource${SQL}/overview`;

describe('another kind', () => {
  it('brings its sub-resource and drops a target that does not fit', () => {
    const draft = withKind({ ...emptyDraft, target: PLS, targetRegion: 'westeurope' }, 'sqlServer');
    expect(draft).toMatchObject({ kind: 'sqlServer', target: '', targetRegion: '', subResource: 'sqlServer' });
  });

  it('keeps a target that fits', () => {
    expect(withKind({ ...emptyDraft, target: SQL }, 'sqlServer').target).toBe(SQL);
  });

  it('has no sub-resource for a private link service', () => {
    expect(withKind({ ...emptyDraft, subResource: 'sqlServer' }, 'privateLinkService').subResource).toBe('');
  });
});

describe('another target', () => {
  it('decides kind, sub-resource and name of an empty draft', () => {
    expect(withTarget(emptyDraft, PORTAL, ['orders'])).toMatchObject({
      kind: 'sqlServer',
      subResource: 'sqlServer',
      name: 'orders-2',
      target: PORTAL,
    });
  });

  it('takes a kind outside the catalogue as another resource', () => {
    const storage = sampleTargetId('Microsoft.Storage/storageAccounts', 'backups');
    expect(withTarget(emptyDraft, storage, [])).toMatchObject({ kind: 'other', subResource: '', name: 'backups' });
  });

  it('suggests a name again, but never over what was typed', () => {
    const first = withTarget(emptyDraft, SQL, []);
    const other = sampleTargetId('Microsoft.Sql/servers', 'billing');
    expect(withTarget(first, other, []).name).toBe('billing');
    expect(withTarget({ ...first, name: 'mine' }, other, []).name).toBe('mine');
  });

  it('leaves text on the way to an id alone', () => {
    expect(withTarget(emptyDraft, '/subscriptions/', [])).toEqual({ ...emptyDraft, target: '/subscriptions/' });
  });

  it('keeps a chosen kind, so that the mistake can be named', () => {
    expect(withTarget({ ...emptyDraft, kind: 'dataExplorer' }, SQL, [])).toMatchObject({
      kind: 'dataExplorer',
      name: '',
    });
  });
});

describe('a target that was read', () => {
  const draft = withTarget(emptyDraft, SQL, []);
  const choices = subResourceChoices(kindByKey('sqlServer'), undefined);

  it('tells the region', () => {
    expect(withReadTarget(draft, 'northeurope', 'westeurope', choices).targetRegion).toBe('northeurope');
    expect(withReadTarget(draft, 'global', 'westeurope', choices).targetRegion).toBe('westeurope');
  });

  it('is the same draft when it tells nothing new', () => {
    expect(withReadTarget(draft, '', 'westeurope', choices)).toBe(draft);
  });
});

describe('a fresh draft', () => {
  const code = 'MPE-7K3M-X9QT';
  const fresh = (start: Partial<DraftStart> = {}) =>
    freshDraft({ workspaceName: 'contoso-grafana', existing: [], from: undefined, ...start }, 'kim@contoso.com', code);

  it('asks in the name of the user, with a code', () => {
    expect(fresh().requestMessage).toBe(
      `kim@contoso.com requests private access from Azure Managed Grafana contoso-grafana. ${code}`
    );
  });

  it('has the details of another endpoint, a code of its own and a free name', () => {
    const from = sampleEndpoint({ requestMessage: 'For the plant MPE-AAAA-BBBB', tags: { team: 'iot' } });
    expect(fresh({ from, existing: [from.name] })).toEqual({
      ...emptyDraft,
      kind: 'privateLinkService',
      target: from.targetId,
      targetRegion: 'westeurope',
      subResource: '',
      name: 'influx-2',
      domainName: 'influx.internal.contoso.com',
      requestMessage: `For the plant ${code}`,
      tags: [{ name: 'team', value: 'iot' }],
    });
    expect(fresh({ from }).name).toBe('influx');
  });

  it('writes a message where the other endpoint had none', () => {
    const from = sampleEndpoint({ requestMessage: '' });
    expect(fresh({ from }).requestMessage).toContain('kim@contoso.com requests private access');
  });
});

it('suggests no name while there is no target', () => {
  expect(suggestionFor(emptyDraft, [])).toBe('');
});
