/** The request of an endpoint that can be decided on from here, and what has to be known before. */
export interface PendingApproval {
  /** Which endpoint it is of. */
  createdAt: string;
  /** Who created the endpoint, as Azure tells it. */
  requestedBy: string;
  requestMessage: string;
  /** The request code. */
  code: string;
  targetId: string;
  /** The connection on the target, and the private endpoint at its other end. */
  connectionId: string;
  connectionName: string;
  privateEndpointId: string;
  /** False where Azure's specification of the resource type doesn't have the call. */
  documented: boolean;
  /** Whether the identity seems to have permission on the target; else what is missing, or may be. */
  permission: { state: 'granted' | 'notGranted' | 'unknown'; action: string; role: string };
}
