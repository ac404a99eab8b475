package azure

import "strings"

// Usable tells whether data sources may be led over an endpoint: it is written, the workspace's own view of it says
// Approved and, for a private link service, it has its private IP.
func (e Endpoint) Usable() bool {
	written := e.ProvisioningState == "" || strings.EqualFold(e.ProvisioningState, "Succeeded")
	return written && strings.EqualFold(e.ConnectionState, "Approved") && (e.PrivateIP != "" || !e.toPrivateLinkService())
}

func (e Endpoint) toPrivateLinkService() bool {
	id, err := ParseTargetID("targetId", e.TargetID)
	return err == nil && strings.EqualFold(id.Type(), "Microsoft.Network/privateLinkServices")
}
