import { type Hono } from 'hono';
import { type ActivityEvent } from '../activityLog';
import { type Context } from '../context';
import { mayAct, type Identity } from '../identities';
import { same, type JsonObject } from '../state';
import { ArmError, authorizationFailed } from './errors';
import { page } from './requests';
import { type ArmEnv } from './signedIn';
import { knownSubscription } from './subscriptions';

const path = '/subscriptions/:subscription/providers/microsoft.insights/eventtypes/management/values';
const read = 'Microsoft.Insights/eventtypes/values/read';
const kept = 90 * 86_400_000;

const badFilter = (message: string) => new ArmError(400, 'BadRequest', message);

/** Azure Monitor's activity log of a subscription, newest first; it allows only a few forms of `$filter`. */
export function activityRoutes(app: Hono<ArmEnv>, context: Context): void {
  app.get(path, (c) => {
    const { id } = knownSubscription(context, c.req.param('subscription'));
    const filter = readFilter(c.req.query('$filter') ?? '', context.clock.now());
    const permitted = mayRead(context, c.get('identity'), scopeOf(filter, id));
    const events = permitted ? findEvents(context, id, filter) : [];
    const names = c.req.query('$select')?.split(',');
    return c.json(page(context, c.req.url, events, (event) => selected(eventJson(event), names)));
  });
}

interface Filter {
  from: number;
  to: number;
  /** resourcegroupname, resourceuri, resourceprovider or correlationid. */
  by?: string;
  value: string;
}

const forms =
  /^eventTimestamp ge '([^']+)'(?: and eventTimestamp le '([^']+)')?(?: and (resourceGroupName|resourceUri|resourceProvider|correlationId) eq '([^']+)')?$/i;

/** Clients have real time, whatever the stand-in's is. */
function readFilter(text: string, now: number): Filter {
  const [match, from = '', to, by, value = ''] = forms.exec(text) ?? [];
  if (!match) {
    throw badFilter('The $filter query parameter value is invalid.');
  }
  const shift = now - Date.now();
  const times = [Date.parse(from) + shift, to === undefined ? now : Date.parse(to) + shift] as const;
  if (times.some(Number.isNaN) || times[0] > times[1]) {
    throw badFilter('The start time and end time of the query are invalid.');
  }
  if (times[0] < now - kept) {
    throw badFilter('The start time cannot be more than 90 days in the past.');
  }
  return { from: times[0], to: times[1], by: by?.toLowerCase(), value };
}

/** Where the permission is needed: on what is searched. */
function scopeOf({ by, value }: Filter, subscription: string): string {
  const scopes: Record<string, string> = {
    resourcegroupname: `/subscriptions/${subscription}/resourceGroups/${value}`,
    resourceuri: value,
  };
  return scopes[by ?? ''] ?? `/subscriptions/${subscription}`;
}

/** Without permission Azure refuses, or answers that there is nothing (Azure/azure-sdk-for-java#2097). */
function mayRead({ knobs }: Context, identity: Identity, scope: string): boolean {
  const permitted = mayAct(identity, read, scope);
  if (!permitted && !knobs.activityHidesRefusal) {
    throw authorizationFailed(identity, read, scope);
  }
  return permitted;
}

function findEvents({ clock, knobs, world }: Context, subscription: string, filter: Filter): ActivityEvent[] {
  const shown = Math.min(filter.to, clock.now() - knobs.activityDelaySeconds * 1000);
  return world.activity
    .filter(
      ({ at, resourceId }) => at >= filter.from && at <= shown && partsOf(resourceId).subscription === subscription
    )
    .filter((event) => isAbout(event, filter))
    .sort((a, b) => b.at - a.at);
}

/** That a search by resource finds what is below it isn't documented, so here it doesn't. */
function isAbout({ resourceId, correlationId }: ActivityEvent, { by, value }: Filter): boolean {
  const { group, provider } = partsOf(resourceId);
  const of: Record<string, string> = {
    resourcegroupname: group,
    resourceuri: resourceId,
    resourceprovider: provider,
    correlationid: correlationId,
  };
  return by === undefined || same(of[by] ?? '', value);
}

function partsOf(resourceId: string) {
  const [, , subscription = '', , group = '', , provider = ''] = resourceId.split('/');
  return { subscription, group, provider };
}

const named = (value: string): JsonObject => ({ value, localizedValue: value });

/** Shape: azure-rest-api-specs, Microsoft.Insights 2015-04-01, EventData. */
function eventJson(event: ActivityEvent): JsonObject {
  const { action, by, correlationId, resourceId, status, subStatus, error, at, id } = event;
  const { subscription, group, provider } = partsOf(resourceId);
  const time = new Date(at).toISOString();
  return {
    authorization: { action, scope: resourceId },
    caller: by.name,
    claims: by.appId ? { appid: by.appId } : { name: by.name },
    correlationId,
    eventDataId: id,
    eventName: named(status === 'Started' ? 'BeginRequest' : 'EndRequest'),
    category: named('Administrative'),
    eventTimestamp: time,
    submissionTimestamp: time,
    id: `${resourceId}/events/${id}/ticks/${at}`,
    level: error ? 'Error' : 'Informational',
    operationId: correlationId,
    operationName: named(action),
    properties: {
      entity: resourceId,
      eventCategory: 'Administrative',
      ...(error && { statusMessage: JSON.stringify({ status: 'Failed', error }) }),
    },
    resourceGroupName: group,
    resourceProviderName: named(provider),
    resourceId,
    status: named(status),
    subStatus: named(subStatus),
    subscriptionId: subscription,
  };
}

function selected(event: JsonObject, names: string[] | undefined): JsonObject {
  const wanted = names?.map((name) => name.trim().toLowerCase());
  return wanted
    ? Object.fromEntries(Object.entries(event).filter(([name]) => wanted.includes(name.toLowerCase())))
    : event;
}
