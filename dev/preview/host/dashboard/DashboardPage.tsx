import { dateMath, type DataQuery, makeTimeRange, dateTime, type TimeRange, urlUtil } from '@grafana/data';
import { getBackendSrv, getDataSourceSrv, locationService } from '@grafana/runtime';
import { Alert, Button, Combobox, Field, LinkButton, LoadingPlaceholder, MultiCombobox, Stack } from '@grafana/ui';
import { useLocation, useParams } from 'grafana:react-router-dom-v5-compat';
import React, { useEffect, useMemo, useState } from 'react';

import { PluginPage } from '../PluginPage';
import { templateService } from '../services/templateService';
import { type Dashboard, type Variable } from './model';
import { PanelGrid } from './PanelGrid';
import { runQueries } from './useQueries';

const refreshEvery = 60_000;

/** /d/:uid: a dashboard that comes with the app, drawn with the panels' own components of @grafana/ui. */
export function DashboardPage() {
  const { uid = '' } = useParams();
  const [loaded, setLoaded] = useState<{ dashboard?: Dashboard; error?: string }>({});
  useEffect(() => {
    getBackendSrv()
      .get<{ dashboard: Dashboard }>(`/api/dashboards/uid/${encodeURIComponent(uid)}`, undefined, undefined, {
        showErrorAlert: false,
      })
      .then(
        ({ dashboard }) => setLoaded({ dashboard }),
        () => setLoaded({ error: 'Dashboard not found' })
      );
  }, [uid]);
  const { dashboard, error } = loaded;
  if (!dashboard) {
    return (
      <PluginPage pageNav={{ text: error ?? 'Loading' }}>
        {error ? <Alert severity="warning" title={error} /> : <LoadingPlaceholder text="Loading dashboard" />}
      </PluginPage>
    );
  }
  return <OpenDashboard dashboard={dashboard} />;
}

function OpenDashboard({ dashboard }: { dashboard: Dashboard }) {
  const [run, setRun] = useState(0);
  const range = useMemo(() => rangeOf(dashboard), [dashboard, run]);
  const values = useVariables(dashboard, range);
  useEffect(() => {
    const timer = setInterval(() => setRun((count) => count + 1), refreshEvery);
    return () => clearInterval(timer);
  }, []);
  const { source } = values;
  return (
    <PluginPage
      pageNav={{ text: dashboard.title }}
      actions={
        <>
          {dashboard.links.map(({ title, url }) => (
            <LinkButton key={url} href={url} variant="secondary" size="sm" icon="external-link-alt">
              {title}
            </LinkButton>
          ))}
          <Button variant="secondary" size="sm" icon="sync" onClick={() => setRun(run + 1)}>
            Refresh
          </Button>
        </>
      }
    >
      <Stack direction="column" gap={2}>
        <VariableBar {...values} />
        {source && values.ready ? (
          <PanelGrid dashboard={dashboard} uid={source} range={range} version={`${run} ${values.key}`} />
        ) : (
          !source && <Alert severity="info" title="No data source of this type exists" />
        )}
      </Stack>
    </PluginPage>
  );
}

function rangeOf({ time }: Dashboard): TimeRange {
  const at = (text: string) => dateMath.parse(text) ?? dateTime();
  return { ...makeTimeRange(at(time.from), at(time.to)), raw: time };
}

interface Variables {
  sources: Array<{ value: string; label: string }>;
  source: string;
  label: string;
  options: string[];
  /** [] for all. */
  chosen: string[];
  ready: boolean;
  /** Changes with each value. */
  key: string;
}

/** The two variables of the dashboard: one of data sources, and one that a query fills, with values from the address. */
function useVariables(dashboard: Dashboard, range: TimeRange): Variables {
  const { search } = useLocation();
  const asked = urlUtil.parseKeyValue(search.slice(1)) as Record<string, string | string[] | undefined>;
  const [ofSources, ofQuery] = dashboard.templating.list as [Variable, Variable];
  const [options, setOptions] = useState<string[]>();
  const sources = getDataSourceSrv()
    .getList({ type: String(ofSources.query) })
    .map(({ uid, name }) => ({ value: uid, label: name }));
  const source = [asked['var-datasource'] ?? sources[0]?.value ?? ''].flat()[0] ?? '';
  const chosen = [asked[`var-${ofQuery.name}`] ?? []].flat().filter((value) => value !== '$__all');
  useEffect(() => {
    if (source) {
      runQueries({ uid: source }, [ofQuery.query as DataQuery], range).then(
        ([frame]) => setOptions((frame?.fields[0]?.values ?? []).map(String)),
        () => setOptions([])
      );
    }
    return () => templateService.clear();
  }, [source, ofQuery]);
  templateService.set(ofSources.name, source);
  templateService.set(ofQuery.name, chosen.length > 0 ? chosen : (options ?? []));
  const key = JSON.stringify([source, chosen, options]);
  return { sources, source, label: ofQuery.label, options: options ?? [], chosen, ready: options !== undefined, key };
}

function VariableBar({ sources, source, label, options, chosen }: Variables) {
  const set = (name: string, value: string | string[]) => locationService.partial({ [`var-${name}`]: value }, true);
  return (
    <Stack wrap="wrap">
      <Field label="Data source" htmlFor="var-datasource" noMargin>
        <Combobox
          id="var-datasource"
          width={28}
          options={sources}
          value={source || null}
          onChange={({ value }) => set('datasource', value)}
        />
      </Field>
      <Field label={label} htmlFor="var-workspace" noMargin>
        <MultiCombobox
          id="var-workspace"
          width={28}
          placeholder="All"
          options={options.map((value) => ({ value, label: value }))}
          value={chosen}
          onChange={(picked) =>
            set(
              'workspace',
              picked.map(({ value }) => value)
            )
          }
        />
      </Field>
    </Stack>
  );
}
