import * as z from 'zod/mini';
import { type Failure } from '../domain/failure';
import { type RightKey, rightKeys, type RightState } from '../domain/permissions';
import { type FoundTargets, type Target } from '../domain/target';
import { failureSchema } from './errors';
import { request } from './request';
import { text } from './text';

export const targetsAnswer = z.object({
  targets: z.array(
    z.object({ id: text, name: text, kind: text, location: text, resourceGroup: text, subscriptionId: text })
  ),
  truncated: z.boolean(),
}) satisfies z.ZodMiniType<FoundTargets>;

/**
 * Searches all subscriptions that the identity can read.
 * @param kind resource type; '' for all kinds that the plugin knows
 * @param words must stand in name, resource group or id; '' for all
 */
export function fetchTargets(kind: string, words: string, signal?: AbortSignal): Promise<FoundTargets> {
  return request('/targets', targetsAnswer, { params: { kind, text: words }, signal });
}

/** A target, and whether it told its sub-resources itself. */
export interface TargetAnswer {
  target: Target;
  /** False where the kind has no such list, or it couldn't be read. */
  subResourcesRead: boolean;
  /** Why the list couldn't be read. */
  subResourcesError?: Failure;
}

export const targetAnswer = z.object({
  target: z.object({
    kind: text,
    location: text,
    sku: text,
    properties: z.record(z.string(), z.json()),
    subResources: z.array(text),
  }),
  subResourcesRead: z.boolean(),
  subResourcesError: z.optional(failureSchema),
}) satisfies z.ZodMiniType<TargetAnswer>;

/** Reads a target by its resource ID; code `azure_forbidden` or `azure_not_found` when the identity can't see it. */
export function fetchTarget(id: string, signal?: AbortSignal): Promise<TargetAnswer> {
  return request('/target', targetAnswer, { params: { id }, signal });
}

/** One right of the identity on the workspace. */
export interface RightAnswer {
  key: RightKey;
  state: RightState;
}

export const permissionsAnswer = z.object({
  permissions: z.array(
    z.object({
      key: z.enum(rightKeys),
      state: z.enum(['granted', 'notGranted', 'unknown']),
    })
  ),
}) satisfies z.ZodMiniType<{ permissions: RightAnswer[] }>;

/** The permissions of the identity on the workspace, as far as Azure lists them; only the call itself is proof. */
export async function fetchRights(signal?: AbortSignal): Promise<RightAnswer[]> {
  return (await request('/permissions', permissionsAnswer, { signal })).permissions;
}
