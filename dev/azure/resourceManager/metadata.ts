import { type Hono } from 'hono';
import { type Context } from '../context';
import { apiVersionOf } from './requests';
import { type ArmEnv } from './signedIn';

/**
 * What tools ask a cloud before anybody has signed in: `az cloud register` in version 2015-01-01, azurerm in 2022-09-01, which
 * answers one cloud, and those from 2019-05-01 on a list of them.
 */
export function metadataRoutes(app: Hono<ArmEnv>, context: Context): void {
  app.get('/metadata/endpoints', (c) => {
    const version = apiVersionOf(c.req.url);
    if (version < '2019-05-01') {
      return c.json(oldMetadata(context));
    }
    const cloud = metadata(context);
    return c.json(version < '2022-09-01' ? [cloud] : cloud);
  });
}

const authentication = ({ urls }: Context) => ({
  loginEndpoint: urls.entra,
  audiences: [`${urls.resourceManager}/`, 'https://management.core.windows.net/', 'https://management.azure.com/'],
  // As the public cloud says; azurerm takes all else for Azure Stack.
  tenant: 'common',
  identityProvider: 'AAD',
});

const oldMetadata = (context: Context) => ({
  galleryEndpoint: context.urls.control,
  graphEndpoint: 'https://graph.windows.net/',
  portalEndpoint: context.urls.control,
  authentication: authentication(context),
});

const metadata = (context: Context) => ({
  name: 'StandInCloud',
  portal: context.urls.control,
  authentication: authentication(context),
  resourceManager: context.urls.resourceManager,
  graph: 'https://graph.windows.net/',
  graphAudience: 'https://graph.windows.net/',
  microsoftGraphResourceId: 'https://graph.microsoft.com/',
  media: 'https://rest.media.azure.net',
  batch: 'https://batch.core.windows.net/',
  gallery: context.urls.control,
  sqlManagement: 'https://management.core.windows.net:8443/',
  vmImageAliasDoc:
    'https://raw.githubusercontent.com/Azure/azure-rest-api-specs/main/arm-compute/quickstart-templates/aliases.json',
  suffixes: {
    storage: 'core.windows.net',
    keyVaultDns: 'vault.azure.net',
    sqlServerHostname: 'database.windows.net',
    acrLoginServer: 'azurecr.io',
    mysqlServerEndpoint: 'mysql.database.azure.com',
    postgresqlServerEndpoint: 'postgres.database.azure.com',
    synapseAnalytics: 'dev.azuresynapse.net',
  },
});
