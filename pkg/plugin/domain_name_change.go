package plugin

import (
	"net/http"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// domainNameChange is what someone saw and what they want instead; empty means none.
type domainNameChange struct {
	Seen   string `json:"seen"`
	Wanted string `json:"wanted"`
}

// onto tells whether an endpoint has the wanted name already. It refuses where someone else gave it another since.
func (d *domainNameChange) onto(endpoint azure.Endpoint) (isThere bool, err error) {
	now := endpoint.DomainName
	switch {
	case strings.EqualFold(now, d.Wanted):
		return true, nil
	case strings.EqualFold(now, d.Seen):
		return false, nil
	case now == "":
		now = "none"
	}
	return false, &failure.Error{Status: http.StatusConflict, Code: "domain_name_changed", Field: "domainName",
		Message: "Someone else changed the domain name of " + endpoint.Name + " to " + now + ", so nothing was saved.",
		Hint:    "Check the domain name, then save it again."}
}
