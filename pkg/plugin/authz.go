package plugin

import (
	"net/http"
	"os"
	"strconv"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// RequireAdmin refuses everybody but admins of the current organisation.
func RequireAdmin(user *backend.User) error { return authorize(user, admin) }

// authorize refuses everybody but people with the role in the current organisation. Grafana itself lets every Viewer
// call an app's routes, and its Server Admin flag isn't passed on and gives no rights here. Anonymous access has whatever
// role [auth.anonymous] org_role gives it, and neither login nor mail address (Grafana 12.4,
// pkg/services/anonymous/anonimpl/client.go).
func authorize(user *backend.User, needs role) error {
	switch {
	case user == nil || user.Login == "" && user.Email == "":
		return &failure.Error{Status: http.StatusForbidden, Code: "no_user", Message: "You aren't signed in to Grafana.",
			Hint: "Sign in to Grafana. Anonymous access isn't supported."}
	case !needs.admits(user.Role):
		return &failure.Error{Status: http.StatusForbidden, Code: "role_required",
			Message: "You need the Admin role in the current Grafana organization.",
			Hint:    "Ask an admin of this organization. The Grafana server admin permission alone isn't enough."}
	}
	return nil
}

// readOnlyViewVariable holds, from read_only_view in the section [plugin.azure-privateendpoints-app] of Grafana's
// configuration, whether Editors and Viewers may see the states of endpoints.
const readOnlyViewVariable = "GF_PLUGIN_READ_ONLY_VIEW"

// admits tells whether someone with an organisation role may call a route that needs this one.
func (r role) admits(has string) bool {
	switch r {
	case admin:
		return has == "Admin"
	case reader:
		return has == "Admin" || allowedBy(readOnlyViewVariable) && (has == "Editor" || has == "Viewer")
	}
	return false
}

// allowedBy tells whether the operator allowed what a variable stands for. Anything but a clear yes is a no.
func allowedBy(variable string) bool {
	allowed, err := strconv.ParseBool(os.Getenv(variable))
	return err == nil && allowed
}
