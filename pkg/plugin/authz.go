package plugin

import (
	"net/http"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// authorize refuses everybody but people with the role in the current organisation. Grafana itself lets every Viewer
// call an app's routes, and its Server Admin flag isn't passed on and gives no rights here. Anonymous access has whatever
// role [auth.anonymous] org_role gives it, and neither login nor mail address (Grafana 12.4,
// pkg/services/anonymous/anonimpl/client.go).
func authorize(user *backend.User, needs role) error {
	switch {
	case user == nil || user.Login == "" && user.Email == "":
		return &failure.Error{Status: http.StatusForbidden, Code: "no_user", Message: "You aren't signed in to Grafana.",
			Hint: "Sign in to Grafana. Anonymous access isn't supported."}
	case needs == "" || user.Role != string(needs):
		return &failure.Error{Status: http.StatusForbidden, Code: "role_required",
			Message: "You need the Admin role in the current Grafana organization.",
			Hint:    "Ask an admin of this organization. The Grafana server admin permission alone isn't enough."}
	}
	return nil
}
