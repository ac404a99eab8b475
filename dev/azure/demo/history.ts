import { type ActivityEvent, type Caller, fixedId } from '../activityLog';
import { endpointId, workspaceId, type Workspace } from '../state';
import { type EndpointSpec, type Person, people } from './endpoints';

const day = 24 * 60;
const write = 'Microsoft.Dashboard/grafana/managedPrivateEndpoints/write';
const remove = 'Microsoft.Dashboard/grafana/managedPrivateEndpoints/delete';
const refresh = 'Microsoft.Dashboard/grafana/refreshManagedPrivateEndpoints/action';

/** A change of the past; `age` is in minutes. */
interface Past {
  action: string;
  resourceId: string;
  by: Person;
  age: number;
  /** The HTTP status that it was accepted with. */
  accepted: 'OK' | 'Created' | 'Accepted';
  /** Succeeded when absent; running has no end. */
  end?: 'running' | { code: string; message: string };
}

/** What the activity log tells of a demonstration workspace: how its endpoints came to be, and its refreshes. */
export function demoHistory(workspace: Workspace, specs: EndpointSpec[], now: number): ActivityEvent[] {
  const past = specs.map((spec) => creation(workspace, spec));
  const all = specs.length === 0 ? [] : [...past, ...others(workspace)];
  return all.flatMap((change) => eventsOf(change, now)).filter(({ at }) => at <= now);
}

function creation(workspace: Workspace, { name, by, age, provisioning }: EndpointSpec): Past {
  const ends: Record<string, Past['end']> = {
    Accepted: 'running',
    Creating: 'running',
    Failed: {
      code: 'InternalServerError',
      message: 'The private endpoint could not be created in the managed network.',
    },
    Canceled: { code: 'Canceled', message: 'The operation was canceled.' },
  };
  const end = ends[provisioning ?? ''];
  return { action: write, resourceId: endpointId(workspace, name), by, age, accepted: 'Created', end };
}

function others(workspace: Workspace): Past[] {
  const trial = endpointId(workspace, 'trial-blob');
  const refreshes: Array<[age: number, by: Person, end?: Past['end']]> = [
    [63 * day, 'maria'],
    [57 * day, 'maria'],
    [32 * day, 'amira'],
    [29 * day, 'amira', { code: 'ConflictInProcessing', message: 'Another change of the workspace is in progress.' }],
    [29 * day - 20, 'amira'],
    [11 * day, 'jonas'],
    [2 * day, 'pipeline'],
  ];
  return [
    { action: write, resourceId: trial, by: 'amira', age: 36 * day, accepted: 'Created' },
    { action: remove, resourceId: trial, by: 'amira', age: 35 * day, accepted: 'Accepted' },
    ...refreshes.map(([age, by, end]): Past => ({
      action: refresh,
      resourceId: workspaceId(workspace),
      by,
      age,
      accepted: 'Accepted',
      end,
    })),
  ];
}

function eventsOf({ action, resourceId, by, age, accepted, end }: Past, now: number): ActivityEvent[] {
  const began = now - age * 60_000;
  const correlationId = fixedId(`${resourceId} ${action} ${age}`);
  const step = (status: ActivityEvent['status'], subStatus: string, seconds: number): ActivityEvent => ({
    ...{ action, by: callerOf(by), correlationId, resourceId, status, subStatus },
    at: began + seconds * 1000,
    id: fixedId(`${correlationId} ${status}`),
  });
  const steps = [step('Started', '', 0), step('Accepted', accepted, 1)];
  if (end === 'running') {
    return steps;
  }
  return [...steps, end ? { ...step('Failed', '', 95), error: end } : step('Succeeded', '', 70)];
}

/** The log names an application by its object ID. */
function callerOf(person: Person): Caller {
  const { name, type } = people[person];
  return type === 'User' ? { name } : { name: fixedId(name), appId: name };
}
