import { useQuery } from '@tanstack/react-query';
import { type BackendError } from '../api/errors';
import { fetchSignIn } from '../api/setup';
import { type SignInOptions } from '../domain/settings/setup';
import { keys } from './keys';

/** The clouds and sign-in methods that this Grafana offers. */
export function useSignIn() {
  return useQuery<SignInOptions, BackendError>({ queryKey: keys.signIn, queryFn: fetchSignIn });
}
