import * as emotionCss from '@emotion/css';
import * as emotionReact from '@emotion/react';
import * as grafanaData from '@grafana/data';
import * as grafanaRuntime from '@grafana/runtime';
import * as grafanaUi from '@grafana/ui';
import * as i18next from 'grafana:i18next';
import * as router from 'grafana:react-router-dom-v5-compat';
import * as react from 'react';
import * as reactDom from 'react-dom';
import * as jsxDevRuntime from 'react/jsx-dev-runtime';
import * as jsxRuntime from 'react/jsx-runtime';
import * as rxjs from 'rxjs';

import { PluginPage } from './PluginPage';

/** What a plugin gets from its host, by the names in its `define` list (webpack.config.mjs, externals). */
const shared: Record<string, object> = {
  '@emotion/css': emotionCss,
  '@emotion/react': emotionReact,
  '@grafana/data': grafanaData,
  '@grafana/runtime': grafanaRuntime,
  '@grafana/ui': grafanaUi,
  i18next,
  react,
  'react-dom': reactDom,
  'react-router': router,
  'react/jsx-dev-runtime': jsxDevRuntime,
  'react/jsx-runtime': jsxRuntime,
  rxjs,
};

/** The package's own PluginPage draws nothing but its children, and can't be set from outside. */
const replaced: Record<string, object> = { '@grafana/runtime': { PluginPage } };

/** Shared as well, and loaded when a plugin asks for them. */
const sharedLater: Record<string, () => Promise<{ default: unknown }>> = {
  lodash: () => import('grafana:lodash'),
  moment: () => import('grafana:moment'),
};

/** Registers the shared packages with SystemJS. */
export function shareModules(): void {
  const names = [...Object.keys(shared), ...Object.keys(sharedLater)];
  System.addImportMap({ imports: Object.fromEntries(names.map((name) => [name, `package:${name}`])) });
  for (const [name, namespace] of Object.entries(shared)) {
    System.set(`package:${name}`, live(namespace, replaced[name]));
  }
  for (const [name, load] of Object.entries(sharedLater)) {
    System.register(`package:${name}`, [], (publish) => ({
      execute: async () => {
        const { default: value } = await load();
        publish({ default: value, __useDefault: true });
      },
    }));
  }
}

/** SystemJS copies a plain object once; one that calls itself a module keeps its getters, so bindings stay live. */
function live(namespace: object, replacements: object = {}): object {
  const module = Object.create(null, {
    __esModule: { value: true },
    [Symbol.toStringTag]: { value: 'Module' },
  });
  for (const name of Object.keys(namespace)) {
    const from = name in replacements ? replacements : namespace;
    Object.defineProperty(module, name, { enumerable: true, get: () => Reflect.get(from, name) });
  }
  return module;
}
