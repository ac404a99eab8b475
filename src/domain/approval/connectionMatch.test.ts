import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { gradeConnections, targetView, targetViewNote, type TargetConnection } from './connectionMatch';

const code = 'MPE-7K3M-X9QT';
const foreign =
  '/subscriptions/0d9e8c7b-6a5f-4e3d-8c2b-1a0f9e8d7c6b/resourceGroups/ms/providers/Microsoft.Network/privateEndpoints';

function connection(name: string, fields: Partial<TargetConnection> = {}): TargetConnection {
  return {
    id: `${sampleTargetId()}/privateEndpointConnections/${name}`,
    name,
    status: 'Pending',
    description: '',
    privateEndpointId: `${foreign}/${name}`,
    groupIds: [],
    ...fields,
  };
}

const own = {
  endpoint: sampleEndpoint({ name: 'influx', requestMessage: `Kim asks. ${code}` }),
  workspaceName: 'contoso-grafana',
  notedConnectionId: '',
};

function grades(connections: TargetConnection[], request = own): string[] {
  return gradeConnections(connections, request).map((entry) => `${entry.connection.name}: ${entry.grade}`);
}

describe('gradeConnections', () => {
  it('is certain of the request code, whatever the casing and the words around it', () => {
    expect(grades([connection('other'), connection('ours', { description: 'kim asks (mpe-7k3m-x9qt)' })])).toEqual([
      'ours: certain',
      'other: none',
    ]);
  });

  it('is certain of a noted id after the owner replaced the description', () => {
    const ours = connection('ours', { description: 'ok', status: 'Approved' });
    expect(grades([ours], { ...own, notedConnectionId: ours.id.toUpperCase() })).toEqual(['ours: certain']);
  });

  it('finds the undocumented name likely, and only the whole name', () => {
    expect(grades([connection('a', { privateEndpointId: `${foreign}/GRAFANA-contoso-grafana-influx` })])).toEqual([
      'a: likely',
    ]);
    expect(grades([connection('a', { privateEndpointId: `${foreign}/grafana-contoso-grafana-influx2` })])).toEqual([
      'a: none',
    ]);
  });

  it('finds the same message without a code likely', () => {
    const request = { ...own, endpoint: sampleEndpoint({ requestMessage: 'Hello' }) };
    expect(grades([connection('a', { description: ' Hello ' })], request)).toEqual(['a: likely']);
    expect(grades([connection('a')], { ...own, endpoint: sampleEndpoint({ requestMessage: '' }) })).toEqual([
      'a: none',
    ]);
  });

  it('never takes the first pending one', () => {
    expect(grades([connection('a'), connection('b')])).toEqual(['a: none', 'b: none']);
  });

  it('is certain of neither when two carry the code', () => {
    const two = [connection('a', { description: code }), connection('b', { description: code, status: 'Approved' })];
    expect(grades(two)).toEqual(['a: likely', 'b: likely']);
    expect(targetView(gradeConnections(two, own)).grade).toBe('none');
  });

  it('does not crash on odd ids', () => {
    expect(grades([connection('a', { id: '', privateEndpointId: '' })])).toEqual(['a: none']);
  });
});

describe('targetView', () => {
  it('takes the best match', () => {
    const ours = connection('ours', { description: code, status: 'Approved' });
    const likely = connection('b', { privateEndpointId: `${foreign}/grafana-contoso-grafana-influx` });
    expect(targetView(gradeConnections([likely, ours], own))).toEqual({
      status: 'Approved',
      description: code,
      grade: 'certain',
    });
  });

  it('is none without a match', () => {
    expect(targetView([])).toEqual({ status: '', description: '', grade: 'none' });
    expect(targetView(gradeConnections([connection('a')], own)).grade).toBe('none');
  });
});

it('notes what is only likely', () => {
  expect(targetViewNote({ status: 'Approved', description: '', grade: 'likely' })).toContain('likely');
  expect(targetViewNote({ status: 'Approved', description: '', grade: 'certain' })).toBe('');
  expect(targetViewNote(undefined)).toContain("can't be told");
});
