package azure

import (
	"slices"
	"strings"
)

// Fulfils tells whether an endpoint is what a request asked for: by target, domain name and request message, of which the
// request code counts where both have one. Azure may leave the message out.
func (e Endpoint) Fulfils(r Request) bool {
	target, err := ParseTargetID("targetId", e.TargetID)
	sameTarget := err == nil && strings.EqualFold(target.String(), r.Target.String())
	return sameTarget && strings.EqualFold(e.DomainName, r.DomainName) && sameMessage(e.RequestMessage, r.RequestMessage)
}

func sameMessage(told, asked string) bool {
	have, want := CodesIn(told), CodesIn(asked)
	if len(have) > 0 && len(want) > 0 {
		return slices.Contains(have, want[0])
	}
	return told == "" || strings.TrimSpace(told) == strings.TrimSpace(asked)
}
