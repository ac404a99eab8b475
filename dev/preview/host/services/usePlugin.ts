import { type AppPlugin } from '@grafana/data';
import { useEffect, useState } from 'react';

import { loadPlugin, previewedApp } from './loadPlugin';

/** The plugin with this id: neither field is set while it loads. */
export function usePlugin(id: string | undefined): { plugin?: AppPlugin; error?: Error } {
  const [state, setState] = useState<{ plugin?: AppPlugin; error?: Error }>({});
  useEffect(() => {
    if (id !== previewedApp().id) {
      setState({ error: new Error(`The preview has no plugin "${id}".`) });
      return;
    }
    loadPlugin().then(
      (plugin) => setState({ plugin }),
      (error: unknown) => setState({ error: error instanceof Error ? error : new Error(JSON.stringify(error)) })
    );
  }, [id]);
  return state;
}
