import { type Failure } from '../failure';

/** The handle of a change that Azure carries out over minutes, as the backend answers it and takes it back. */
export interface Operation {
  kind: 'create' | 'update' | 'delete' | 'refresh' | 'approve' | 'reject';
  /** Name of the endpoint; '' for a refresh, which is for the whole workspace. */
  name: string;
  /**
   * Path to ask for the status; '' where the endpoint itself has to tell. Azure's signature in it makes it a secret: it lives in
   * memory alone, and in no URL.
   */
  statusPath: string;
  /** Which endpoint of that name it is about; '' for a refresh, and where Azure doesn't tell. */
  createdAt: string;
}

/** How an operation is going; `error` says why it failed or was canceled. */
export interface OperationProgress {
  status: 'running' | 'succeeded' | 'failed' | 'canceled';
  error?: Failure;
}
