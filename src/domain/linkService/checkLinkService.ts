import { type Problem, type Problems } from '../checked';
import { checkDomainName } from '../create/domainName';
import { parseResourceId, resourceType } from '../resourceId';
import { type LinkServiceDraft, trimDraft } from './linkServiceDraft';
import { readSelector } from './selector';

/** Fields that can be wrong. */
export type LinkServiceField = Exclude<keyof LinkServiceDraft, 'vendor'>;

type Fields = Partial<Record<LinkServiceField, Problem | undefined>>;

/** Judges the fields that the chosen place asks for; those of other places are left alone. */
export function checkLinkService(draft: LinkServiceDraft): Problems<LinkServiceField> {
  const entered = trimDraft(draft);
  const found: Fields = {
    ...(draft.place === '' && { place: { message: 'Select where the data source runs.' } }),
    ...(draft.place === 'aks' && aksProblems(entered)),
    ...((draft.place === 'loadBalancer' || draft.place === 'vnet') && loadBalancerProblems(entered)),
    domainName: domainNameProblem(entered),
  };
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem));
}

function aksProblems(draft: LinkServiceDraft): Fields {
  return {
    name: missing(draft.name, 'a name') ?? labelProblem(draft.name, 'name', true),
    namespace: missing(draft.namespace, 'a namespace') ?? labelProblem(draft.namespace, 'namespace', false),
    selector: problemOf(readSelector(draft.selector)),
    port: portProblem(draft.port),
    targetPort: draft.targetPort === '' ? undefined : targetPortProblem(draft.targetPort),
    subnet: draft.subnet === '' ? undefined : networkNameProblem(draft.subnet),
    ...groupProblems(draft),
  };
}

function loadBalancerProblems(draft: LinkServiceDraft): Fields {
  const named = (name: string, what: string) => missing(name, `the name of the ${what}`) ?? networkNameProblem(name);
  return {
    name: named(draft.name, 'private link service'),
    loadBalancer: idProblem(draft.loadBalancer, 'Microsoft.Network/loadBalancers', 'load balancer'),
    frontend: named(draft.frontend, 'frontend IP configuration'),
    network: idProblem(draft.network, 'Microsoft.Network/virtualNetworks', 'virtual network'),
    subnet: named(draft.subnet, 'subnet'),
    port: portProblem(draft.port),
  };
}

const problemOf = (checked: { ok: true } | { ok: false; problem: Problem }) =>
  checked.ok ? undefined : checked.problem;

function missing(text: string, what: string): Problem | undefined {
  return text === '' ? { message: `Enter ${what}.` } : undefined;
}

/** Kubernetes names: a label of RFC 1123; a Service's begins with a letter (RFC 1035), as its name is part of host names. */
function labelProblem(name: string, what: string, letterFirst: boolean): Problem | undefined {
  const bad = [...name].find((character) => !/[a-z0-9-]/.test(character));
  if (bad !== undefined) {
    const hint = /[A-Z]/.test(bad) ? 'Kubernetes allows no capital letters.' : undefined;
    return { message: `Use only a-z, digits and hyphens; ${notAllowed(bad)}.`, ...(hint && { hint }) };
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
function networkNameProblem(name: string): Problem | undefined {
  const bad = [...name].find((character) => !/[A-Za-z0-9_.-]/.test(character));
  if (bad !== undefined) {
    return { message: `Use only letters, digits, "_", "." and "-"; ${notAllowed(bad)}.` };
  }
  if (name.length > 80) {
    return { message: `The name has at most 80 characters; this one has ${name.length}.` };
  }
  return /^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9_])?$/.test(name)
    ? undefined
    : { message: 'Start the name with a letter or digit, and end it with a letter, digit or "_".' };
}

function notAllowed(character: string): string {
  return character === ' ' ? 'spaces aren’t allowed' : `"${character}" isn’t allowed`;
}

function portProblem(text: string): Problem | undefined {
  return isPort(text) ? undefined : { message: 'Enter a port from 1 to 65535.' };
}

/** Kubernetes: a number, or a name of IANA's registry of services, which has a letter (RFC 6335). */
function targetPortProblem(text: string): Problem | undefined {
  const isName = text.length <= 15 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && /[a-z]/.test(text);
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
  const id = parseResourceId(text);
  if (!id.ok) {
    return missing(text, `the resource ID of the ${what}`) ?? id.problem;
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
  const some = '00000000-0000-0000-0000-000000000000';
  return {
    subscriptionId:
      missing(subscriptionId, 'the subscription ID') ??
      (/[/?#]/.test(subscriptionId) || !sample(subscriptionId, 'group').ok
        ? { message: 'Enter a GUID such as 5a1c0f3e-2b7d-4e68-9c41-d3f8a7b60e25.' }
        : undefined),
    resourceGroup:
      missing(resourceGroup, 'the resource group') ??
      (/[/?#%]/.test(resourceGroup) || !sample(some, resourceGroup).ok
        ? {
            message: 'This isn’t a valid resource group name.',
            hint: 'It can have up to 90 letters, digits and _ - . ( ), and can’t end with a period.',
          }
        : undefined),
  };
}

function domainNameProblem({ domainName }: LinkServiceDraft): Problem | undefined {
  const read = checkDomainName(domainName);
  if (domainName === '' || (read.ok && read.value.warning === '')) {
    return undefined;
  }
  return read.ok ? { message: read.value.warning, isWarning: true } : read.problem;
}
