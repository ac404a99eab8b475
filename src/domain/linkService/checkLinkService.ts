import { type Problem, type Problems } from '../checked';
import { checkDomainName } from '../create/domainName';
import { parseResourceId, resourceType } from '../resourceId';
import { type LinkServiceDraft } from './linkServiceDraft';
import { readSelector } from './selector';

/** Fields that can be wrong. */
export type LinkServiceField = Exclude<keyof LinkServiceDraft, 'vendor'>;

type Fields = Partial<Record<LinkServiceField, Problem | undefined>>;

/** Judges the fields that the chosen place asks for; those of other places are left alone. */
export function checkLinkService(draft: LinkServiceDraft): Problems<LinkServiceField> {
  const found: Fields = {
    ...(draft.place === '' && { place: { message: 'Select where the data source runs.' } }),
    ...(draft.place === 'aks' && aksProblems(draft)),
    ...((draft.place === 'loadBalancer' || draft.place === 'vnet') && loadBalancerProblems(draft)),
    domainName: domainNameProblem(draft),
  };
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem));
}

function aksProblems(draft: LinkServiceDraft): Fields {
  return {
    name: labelProblem(draft.name, 'name', true),
    namespace: labelProblem(draft.namespace, 'namespace', false),
    selector: problemOf(readSelector(draft.selector)),
    port: portProblem(draft.port),
    targetPort: draft.targetPort.trim() === '' ? undefined : targetPortProblem(draft.targetPort.trim()),
    subnet: draft.subnet.trim() === '' ? undefined : networkNameProblem(draft.subnet, 'subnet'),
    ...groupProblems(draft),
  };
}

function loadBalancerProblems(draft: LinkServiceDraft): Fields {
  return {
    name: networkNameProblem(draft.name, 'private link service'),
    loadBalancer: idProblem(draft.loadBalancer, 'Microsoft.Network/loadBalancers', 'load balancer'),
    frontend: networkNameProblem(draft.frontend, 'frontend IP configuration'),
    network: idProblem(draft.network, 'Microsoft.Network/virtualNetworks', 'virtual network'),
    subnet: networkNameProblem(draft.subnet, 'subnet'),
    port: portProblem(draft.port),
  };
}

const problemOf = (checked: { ok: true } | { ok: false; problem: Problem }) =>
  checked.ok ? undefined : checked.problem;

/** Kubernetes names: a label of RFC 1123; a Service's begins with a letter (RFC 1035), as its name is part of host names. */
function labelProblem(text: string, what: string, letterFirst: boolean): Problem | undefined {
  const name = text.trim();
  if (name === '') {
    return { message: `Enter a ${what}.` };
  }
  const bad = [...name].find((character) => !/[a-z0-9-]/.test(character));
  if (bad !== undefined) {
    const hint = /[A-Z]/.test(bad) ? 'Kubernetes allows no capital letters.' : undefined;
    const message = `Use only a-z, digits and hyphens; ${bad === ' ' ? 'spaces aren’t' : `"${bad}" isn’t`} allowed.`;
    return { message, ...(hint && { hint }) };
  }
  if (name.length > 63) {
    return { message: `A ${what} has at most 63 characters; this one has ${name.length}.` };
  }
  if (letterFirst && !/^[a-z]/.test(name)) {
    return { message: `Start the ${what} with a letter.` };
  }
  return name.startsWith('-') || name.endsWith('-')
    ? { message: `A ${what} can’t start or end with a hyphen.` }
    : undefined;
}

/** Names below Microsoft.Network (Microsoft: naming rules and restrictions for Azure resources). */
function networkNameProblem(text: string, what: string): Problem | undefined {
  const name = text.trim();
  if (name === '') {
    return { message: `Enter the name of the ${what}.` };
  }
  const bad = [...name].find((character) => !/[A-Za-z0-9_.-]/.test(character));
  if (bad !== undefined) {
    return {
      message: `Use only letters, digits, "_", "." and "-"; ${bad === ' ' ? 'spaces aren’t' : `"${bad}" isn’t`} allowed.`,
    };
  }
  if (name.length > 80) {
    return { message: `The name has at most 80 characters; this one has ${name.length}.` };
  }
  return /^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9_])?$/.test(name)
    ? undefined
    : { message: 'Start the name with a letter or digit, and end it with a letter, digit or "_".' };
}

function portProblem(text: string): Problem | undefined {
  return isPort(text.trim()) ? undefined : { message: 'Enter a port from 1 to 65535.' };
}

/** Kubernetes: a number, or a name of IANA's registry of services (RFC 6335). */
function targetPortProblem(text: string): Problem | undefined {
  const isName = /^(?=.{1,15}$)(?!.*--)(?=.*[a-z])[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(text);
  return isPort(text) || isName
    ? undefined
    : {
        message: 'Enter a port from 1 to 65535, or the name of a port of the pods.',
        hint: 'A port name has at most 15 characters: a-z, digits and hyphens.',
      };
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}

function idProblem(text: string, type: string, what: string): Problem | undefined {
  if (text.trim() === '') {
    return { message: `Enter the resource ID of the ${what}.` };
  }
  const id = parseResourceId(text);
  if (!id.ok) {
    return id.problem;
  }
  return resourceType(id.value).toLowerCase() === type.toLowerCase()
    ? undefined
    : { message: `This resource ID has the type ${resourceType(id.value)}, not ${type}.` };
}

// The reader of resource IDs knows the rules of both.
function groupProblems({ subscriptionId, resourceGroup }: LinkServiceDraft): Fields {
  const sample = (subscription: string, group: string) =>
    parseResourceId(
      `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Network/privateLinkServices/x`
    );
  const subscription = subscriptionId.trim();
  const group = resourceGroup.trim();
  const some = '00000000-0000-0000-0000-000000000000';
  return {
    subscriptionId:
      subscription === ''
        ? { message: 'Enter the subscription ID.' }
        : /[/?#]/.test(subscription) || !sample(subscription, 'group').ok
          ? { message: 'Enter a GUID such as 5a1c0f3e-2b7d-4e68-9c41-d3f8a7b60e25.' }
          : undefined,
    resourceGroup:
      group === ''
        ? { message: 'Enter the resource group.' }
        : /[/?#%]/.test(group) || !sample(some, group).ok
          ? {
              message: 'This isn’t a valid resource group name.',
              hint: 'It can have up to 90 letters, digits and _ - . ( ), and can’t end with a period.',
            }
          : undefined,
  };
}

function domainNameProblem({ domainName }: LinkServiceDraft): Problem | undefined {
  if (domainName.trim() === '') {
    return undefined;
  }
  const read = checkDomainName(domainName);
  return read.ok ? (read.value.warning ? { message: read.value.warning, isWarning: true } : undefined) : read.problem;
}
