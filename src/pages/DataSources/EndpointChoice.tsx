import React, { useId, useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { Choice } from '../../components/Choice';
import { useEndpoints } from '../../data/confirmedHosts';
import { type DataSource } from '../../domain/address/dataSource';
import { serves, servicesOf } from '../../domain/catalogue/catalogue';
import { isEndpointReady, statusOf } from '../../domain/state/status';
import { stateWords } from '../../domain/state/stateWords';
import { checkPath } from '../../paths';

/** Tests a data source over an endpoint that its address doesn't name; those that can serve it, ready ones first. */
export function EndpointChoice({ dataSource: { uid, type } }: { dataSource: DataSource }) {
  const navigate = useNavigate();
  const label = useId();
  const { data } = useEndpoints();
  const options = useMemo(
    () =>
      (data ?? [])
        .filter(({ targetId, subResources }) => serves(servicesOf(targetId, subResources)[0], type))
        .sort((a, b) => Number(isEndpointReady(b)) - Number(isEndpointReady(a)) || a.name.localeCompare(b.name, 'en'))
        .map((endpoint) => ({
          value: endpoint.name,
          label: endpoint.name,
          description: stateWords(statusOf(endpoint), endpoint).label,
        })),
    [data, type]
  );
  return options.length > 0 ? (
    <div>
      <span id={label} hidden>
        Choose an endpoint
      </span>
      <Choice
        aria-labelledby={label}
        placeholder="Choose an endpoint"
        width={30}
        options={options}
        value={null}
        onChange={(name) => navigate(checkPath(uid, name))}
      />
    </div>
  ) : null;
}
