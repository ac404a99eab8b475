package azure

import (
	"strings"
	"time"
)

// Ready tells whether data sources may be led over an endpoint: it is written, the workspace's own view of it says
// Approved and, for a private link service, it has its private IP.
func (e Endpoint) Ready() bool {
	return e.written() && strings.EqualFold(e.ConnectionState, "Approved") && !e.lacksPrivateIP()
}

// Waits tells whether an endpoint waits for its target's owner, or for the private IP that follows an approval.
func (e Endpoint) Waits() bool {
	return e.written() && (strings.EqualFold(e.ConnectionState, "Pending") || strings.EqualFold(e.ConnectionState, "Approved") && e.lacksPrivateIP())
}

// longestWrite is how long Terraform's provider waits for a write to end. What is older is stuck, some for weeks.
const longestWrite = 30 * time.Minute

// Settles tells whether a write to an endpoint is under way, as far as its state tells: Azure notes no time for a deletion.
func (e Endpoint) Settles() bool {
	switch strings.ToLower(e.ProvisioningState) {
	case "accepted", "creating", "updating", "deleting":
		modified, err := time.Parse(time.RFC3339, e.LastModifiedAt)
		return err != nil || time.Since(modified) < longestWrite
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
