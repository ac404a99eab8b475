package azure

import "strings"

// Usable tells whether data sources may be led over an endpoint: it is written, the workspace's own view of it says
// Approved and, for a private link service, it has its private IP.
func (e Endpoint) Usable() bool {
	return e.written() && strings.EqualFold(e.ConnectionState, "Approved") && !e.lacksPrivateIP()
}

// Waits tells whether an endpoint waits for its target's owner, or for the private IP that follows an approval.
func (e Endpoint) Waits() bool {
	return e.written() && (strings.EqualFold(e.ConnectionState, "Pending") || strings.EqualFold(e.ConnectionState, "Approved") && e.lacksPrivateIP())
}

// Settles tells whether a write to an endpoint is under way.
func (e Endpoint) Settles() bool {
	switch strings.ToLower(e.ProvisioningState) {
	case "accepted", "creating", "updating", "deleting":
		return true
	}
	return false
}

func (e Endpoint) written() bool {
	return e.ProvisioningState == "" || strings.EqualFold(e.ProvisioningState, "Succeeded")
}

func (e Endpoint) lacksPrivateIP() bool { return e.PrivateIP == "" && e.toPrivateLinkService() }

func (e Endpoint) toPrivateLinkService() bool {
	id, err := ParseTargetID("targetId", e.TargetID)
	return err == nil && strings.EqualFold(id.Type(), "Microsoft.Network/privateLinkServices")
}
