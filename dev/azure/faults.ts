import { z } from 'zod';

const effectSchema = z.discriminatedUnion('kind', [
  /** Answers this instead. A body that is not text goes out as JSON. */
  z.strictObject({
    kind: z.literal('status'),
    status: z.number().int().min(200).max(599),
    headers: z.record(z.string(), z.string()).default({}),
    body: z.unknown().optional(),
  }),
  z.strictObject({ kind: z.literal('reset') }),
  z.strictObject({ kind: z.literal('delay'), milliseconds: z.number().int().min(0).max(600_000) }),
  z.strictObject({ kind: z.literal('brokenJson') }),
  z.strictObject({ kind: z.literal('truncated') }),
  z.strictObject({ kind: z.literal('nulls') }),
  z.strictObject({ kind: z.literal('oddCasing') }),
  z.strictObject({ kind: z.literal('huge'), bytes: z.number().int().min(1).max(200_000_000) }),
]);

const regularExpression = z.string().refine(
  (pattern) => {
    try {
      return Boolean(new RegExp(pattern));
    } catch {
      return false;
    }
  },
  { message: 'is not a regular expression' }
);

/** A fault as the control route takes it: which requests, how often, and what happens to them. */
export const faultSchema = z.strictObject({
  host: z.enum(['resourceManager', 'entra', 'grafana', 'managedIdentity', '*']).default('*'),
  method: z.string().default('*'),
  /** A regular expression on the path, without regard to case. */
  path: regularExpression.default(''),
  /** How many requests it hits; 0 means until it is taken away. */
  times: z.number().int().min(0).default(1),
  /** How many matching requests pass first. */
  skip: z.number().int().min(0).default(0),
  /** `after` lets the request do its work first, so the caller does not know how a write went. */
  when: z.enum(['before', 'after']).default('before'),
  effect: effectSchema,
});

export type Fault = z.infer<typeof faultSchema>;
export type FaultEffect = z.infer<typeof effectSchema>;
export type RegisteredFault = Fault & { id: number; hits: number };

/** The faults that are switched on. The first one that matches a request is used. */
export class Faults {
  private registered: RegisteredFault[] = [];
  private lastId = 0;

  add(fault: Fault): RegisteredFault {
    const registered = { ...fault, id: ++this.lastId, hits: 0 };
    this.registered.push(registered);
    return registered;
  }

  list(): RegisteredFault[] {
    return this.registered;
  }

  clear(): void {
    this.registered = [];
  }

  /** The fault for this request, counted as used; undefined when there is none. */
  take(host: string, method: string, path: string): Fault | undefined {
    const fault = this.registered.find((candidate) => matches(candidate, host, method, path));
    if (!fault) {
      return undefined;
    }
    if (fault.skip > 0) {
      fault.skip--;
      return undefined;
    }
    fault.hits++;
    return fault;
  }
}

function matches(fault: RegisteredFault, host: string, method: string, path: string): boolean {
  const used = fault.times > 0 && fault.hits >= fault.times;
  return (
    !used &&
    (fault.host === '*' || fault.host === host) &&
    (fault.method === '*' || fault.method.toUpperCase() === method) &&
    new RegExp(fault.path, 'i').test(path)
  );
}
