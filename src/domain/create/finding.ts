/** What is to be said about an input: an error stops, a warning leaves the decision to Azure. */
export interface Finding {
  severity: 'error' | 'warning';
  message: string;
}
