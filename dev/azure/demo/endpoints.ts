import { type Endpoint, type SystemData } from '../state';
import { kindOf } from '../targets/kinds';
import { targetId, type TargetSpec } from './targets';

/** Who created things in the demonstration, as Azure's systemData names them. */
export const people = {
  maria: { name: 'maria.silva@contoso.com', type: 'User' },
  jonas: { name: 'jonas.weber@contoso.com', type: 'User' },
  amira: { name: 'amira.haddad@contoso.com', type: 'User' },
  pipeline: { name: 'd7b0f3a9-6c21-4e85-b94f-03a8c5e1f672', type: 'Application' },
} as const;

export type Person = keyof typeof people;

/** An endpoint of the demonstration. */
export interface EndpointSpec {
  name: string;
  target: TargetSpec;
  /** The first that the target has, when absent. */
  groupId?: string;
  tags?: Record<string, string>;
  /** Minutes since it was created. */
  age: number;
  by: Person;
  message: string;
  domain?: string;
  /** Succeeded when absent. */
  provisioning?: string;
  /** The workspace's view of the connection; absent before there is one. */
  state?: string;
  /** The connection's description: the request message, until someone decides. */
  words?: string;
  /** The target's view where the workspace has not taken it over yet. */
  owner?: { state: string; words: string };
  /** Its private IP. */
  ip?: string;
  /** Azure answers with the id's casing as the caller once wrote it. */
  lowerCaseTarget?: boolean;
}

/** An address of the managed network; `number` counts on from 10.174.0.0. */
export const managedNetwork = (number: number): string => `10.174.${Math.floor(number / 256)}.${number % 256}`;

export function buildEndpoint(spec: EndpointSpec, location: string, now: number): Endpoint {
  const { name, target, tags, message, state, words = message } = spec;
  const groupId = spec.groupId ?? kindOf(target.type)?.subResources[0]?.groupId;
  return {
    name,
    location,
    tags,
    provisioningState: spec.provisioning ?? 'Succeeded',
    targetId: spec.lowerCaseTarget ? targetId(target).toLowerCase() : targetId(target),
    targetRegion: target.location === 'global' ? location : target.location,
    groupIds: groupId ? [groupId] : [],
    requestMessage: message,
    domainName: spec.domain,
    connectionState: state === undefined ? undefined : { status: state, description: words },
    privateIp: spec.ip,
    systemData: systemData(spec.by, now - spec.age * 60_000),
  };
}

export function systemData(by: Person, at: number): SystemData {
  const { name, type } = people[by];
  const time = new Date(at).toISOString();
  return {
    createdBy: name,
    createdByType: type,
    createdAt: time,
    lastModifiedBy: name,
    lastModifiedByType: type,
    lastModifiedAt: time,
  };
}
