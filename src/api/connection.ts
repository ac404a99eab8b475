import { type FollowedTarget } from '../domain/following';
import { followedTarget } from './follow';
import { request } from './request';

/** What the target of an endpoint says about it now, whatever the endpoint's state is. */
export function fetchTargetView(name: string, signal?: AbortSignal): Promise<FollowedTarget> {
  return request(`/endpoints/${encodeURIComponent(name)}/connection`, followedTarget, { signal });
}
