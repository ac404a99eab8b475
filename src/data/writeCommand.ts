import * as z from 'zod/mini';
import { changeEndpoint, createEndpoint, deleteEndpoint, refreshWorkspace } from '../api/operations';
import { type Operation } from '../domain/operations/operation';

const text = z.string();

/** What can be changed of an endpoint. */
export const changeSchema = z.union([z.object({ tags: z.record(text, text) }), z.object({ domainName: text })]);

/** A change that is to be sent to Azure, with all that it takes. It holds no secret. */
export const commandSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('create'),
    name: text,
    request: z.object({
      targetId: text,
      targetRegion: text,
      subResources: z.array(text),
      requestMessage: text,
      domainName: text,
      tags: z.record(text, text),
    }),
  }),
  z.object({ kind: z.literal('update'), name: text, change: changeSchema }),
  z.object({ kind: z.literal('delete'), name: text }),
  z.object({ kind: z.literal('refresh'), name: z.literal(''), byItself: z.boolean(), cause: z.optional(text) }),
]);

export type WriteCommand = z.infer<typeof commandSchema>;

/** Sends a command once. @throws BackendError */
export function sendCommand(command: WriteCommand): Promise<Operation> {
  switch (command.kind) {
    case 'create':
      return createEndpoint(command.name, command.request);
    case 'update':
      return changeEndpoint(command.name, command.change);
    case 'delete':
      return deleteEndpoint(command.name);
    case 'refresh':
      return refreshWorkspace();
  }
}

/** True when a command makes another, which still waits, superfluous: then it takes its place. */
export function replaces(command: WriteCommand, waiting: WriteCommand): boolean {
  if (command.kind !== waiting.kind || command.name !== waiting.name) {
    return false;
  }
  return command.kind === 'update' && waiting.kind === 'update'
    ? 'tags' in command.change === 'tags' in waiting.change
    : true;
}
