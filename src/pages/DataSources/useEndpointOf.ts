import { useQuery } from '@tanstack/react-query';
import { queries } from '../../data/queries';
import { kindOfTarget } from '../../domain/catalogue/catalogue';
import { type Endpoint } from '../../domain/endpoint';
import { type Target } from '../../domain/target';

/** An endpoint by its name, and its target where that is needed to know the service's own host name. */
export function useEndpointOf(
  name: string,
  endpoints: readonly Endpoint[] | undefined
): { endpoint: Endpoint | undefined; target: Target | undefined } {
  const endpoint = endpoints?.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const keepsOwnName = endpoint !== undefined && kindOfTarget(endpoint.targetId)?.address === 'service';
  const target = useQuery(queries.target(keepsOwnName ? endpoint.targetId : ''));
  return { endpoint, target: target.data?.target };
}
