import { catalogue, kindByType, type TargetKind } from '../catalogue/catalogue';
import { accept, type Checked, refuse } from '../checked';
import { closest } from '../closest';
import {
  buildResourceId,
  parentResource,
  parseResourceId,
  type ResourceId,
  resourceName,
  resourceType,
} from '../resourceId';
import { aliasProblem, indirectProblem } from './indirectTargets';

/** A target that can be asked for an endpoint. */
export interface TargetChoice {
  /** The clean ARM id. */
  id: string;
  name: string;
  /** Undefined outside the catalogue: it works by id, with caution. */
  kind: TargetKind | undefined;
}

const types = catalogue.map((kind) => kind.resourceType);

/**
 * Reads a target from a pasted id or portal URL. Names a typo in the type, a nested resource (with the id that was
 * probably meant), a resource without a private link of its own and a type other than that of the chosen kind. Types outside the catalogue are accepted.
 */
export function checkTargetId(text: string, chosen?: TargetKind): Checked<TargetChoice> {
  const parsed = parseResourceId(text);
  if (!parsed.ok) {
    return aliasProblem(text) ?? parsed;
  }
  const id = parsed.value;
  const type = resourceType(id);
  const kind = kindByType(type);
  return (
    indirectProblem(id) ??
    nestedProblem(id, kind) ??
    typoProblem(type, kind) ??
    otherKindProblem(type, kind, chosen) ??
    accept({
      id: buildResourceId(id),
      name: resourceName(id),
      kind,
    })
  );
}

type Refusal = ReturnType<typeof refuse> | undefined;

function nestedProblem(id: ResourceId, kind: TargetKind | undefined): Refusal {
  for (let outer = parentResource(id); !kind && outer; outer = parentResource(outer)) {
    const outerKind = kindByType(resourceType(outer));
    if (outerKind) {
      return refuse(
        `This is a child resource of ${resourceName(outer)} (${resourceType(id)}). Private links connect to the ${outerKind.title}.`,
        `Use ${buildResourceId(outer)}`
      );
    }
  }
  return undefined;
}

function typoProblem(type: string, kind: TargetKind | undefined): Refusal {
  const meant = kind ? undefined : closest(type, types);
  return meant ? refuse(`"${type}" isn’t a known resource type.`, `Did you mean ${meant}?`) : undefined;
}

function otherKindProblem(type: string, kind: TargetKind | undefined, chosen: TargetKind | undefined): Refusal {
  if (!chosen || kind === chosen) {
    return undefined;
  }
  return refuse(
    `This resource ID has the type ${type}, but ${chosen.title} (${chosen.resourceType}) is selected.`,
    kind ? `Select ${kind.title}, or paste another resource ID.` : 'Select "Other", or paste another resource ID.'
  );
}
