import { createServer, type AddressInfo, type Socket } from 'node:net';
import { z } from 'zod';
import { type Context } from '../context';
import { settleOperations } from '../operations';
import { type Workspace } from '../state';
import { type Stores } from './stores';
import { meet, resolveName } from './view';

export interface Gateway {
  /** host:port */
  address: string;
  close(): Promise<void>;
}

const questionSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('resolve'), network: z.string(), name: z.string() }),
  z.object({ do: z.literal('connect'), network: z.string(), address: z.string(), port: z.number() }),
]);

/**
 * The way into the private network, for the health checks of this machine: one line of JSON asks to resolve a name or to
 * connect, one line answers, and an open connection goes on to the store. What it lets through follows the state.
 */
export async function startGateway(context: Context, stores: Stores): Promise<Gateway> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('data', (line) => {
      socket.pause();
      void answer(context, stores, socket, line.toString());
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        open.forEach((socket) => socket.destroy());
      }),
  };
}

async function answer(context: Context, stores: Stores, socket: Socket, line: string): Promise<void> {
  settleOperations(context);
  const parsed = questionSchema.safeParse(parseJson(line));
  if (!parsed.success) {
    socket.destroy();
    return;
  }
  const question = parsed.data;
  const workspace = networkOf(context, question.network);
  if (question.do === 'resolve') {
    socket.end(`${JSON.stringify({ addresses: resolveName(workspace, question.name) })}\n`);
    return;
  }
  const meeting = meet(context.world, workspace, question.address, question.port);
  const reply = `${JSON.stringify({ outcome: meeting.outcome })}\n`;
  if (meeting.outcome === 'open') {
    const take = await stores.ready(meeting);
    socket.write(reply);
    take(socket);
  } else {
    socket.end(reply);
  }
}

const networkOf = ({ world }: Context, name: string): Workspace | undefined =>
  world.workspaces.find((workspace) => workspace.name === name);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
