import { type Connection } from './applyFault';
import { type ServerCertificate } from './certificates';
import { type Context, type Urls } from './context';
import { controlApp } from './control/app';
import { entraApp } from './entra/app';
import { grafanaApp } from './grafana/app';
import { listen, observed, type Listener } from './listener';
import { managedIdentityApp, managedIdentityPath } from './managedIdentity/app';
import { startProxy } from './network/proxy';
import { type Stores } from './network/stores';
import { type Host } from './requestLog';
import { resourceManagerApp } from './resourceManager/app';

export interface Place {
  address: string;
  ports: Partial<Record<keyof Urls, number>>;
  certificate: ServerCertificate;
  stores: Stores;
}

/** Azure's hosts over https; the control origin and the closed network's proxy over plain http. */
export async function startListeners(context: Context, place: Place): Promise<Record<keyof Urls, Listener>> {
  const { address, ports, certificate, stores } = place;
  const azureHost = (
    host: Exclude<Host, 'managedIdentity'>,
    app: { fetch: (request: Request) => Response | Promise<Response> }
  ) => listen(observed(app.fetch, { host, ...context }), address, ports[host] ?? 0, certificate);
  return {
    resourceManager: await azureHost('resourceManager', resourceManagerApp(context)),
    entra: await azureHost('entra', entraApp(context)),
    grafana: await azureHost('grafana', grafanaApp(context)),
    control: await listen(controlOrigin(context), address, ports.control ?? 0),
    network: await startProxy(context, stores, address, ports.network ?? 0),
  };
}

/** Control routes, and the managed identity endpoint, which speaks plain http to its own machine too. */
function controlOrigin(context: Context) {
  const control = controlApp(context);
  const managedIdentity = observed(managedIdentityApp(context).fetch, { host: 'managedIdentity', ...context });
  return (request: Request, connection: Connection) =>
    new URL(request.url).pathname === managedIdentityPath
      ? managedIdentity(request, connection)
      : control.fetch(request);
}
