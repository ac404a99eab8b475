/** The plugin's id: in URLs, in Grafana's settings, in storage keys. */
export const PLUGIN_ID = 'azure-privateendpoints-app';

/** Where Grafana mounts the app's own pages. */
export const APP_PATH = `/a/${PLUGIN_ID}`;

/** Where Grafana shows the app's configuration tabs. */
export const CONFIG_PATH = `/plugins/${PLUGIN_ID}`;

/** Microsoft's guide to private data sources: what it takes, and how it is done in the Azure portal. */
export const GUIDE_URL = 'https://learn.microsoft.com/azure/managed-grafana/how-to-connect-to-data-source-privately';

/** Plugin id of the nested data source; the build takes it from src/datasource/plugin.json. */
export const DATA_SOURCE_ID = 'azure-privateendpoints-datasource';
