package plugin

import (
	"net/http"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// authorize refuses everybody but those who have the role in the current organisation. Grafana itself lets every
// Viewer call an app's routes, and its Server Admin flag isn't passed on and gives no rights here.
func authorize(user *backend.User, needs role) error {
	switch {
	case user == nil || user.Login == "" && user.Email == "" && user.Role == "":
		return &failure.Error{Status: http.StatusForbidden, Code: "no_user",
			Message: "Grafana did not say who is asking, so nothing is answered.", Hint: "Sign in to Grafana again."}
	case needs == "" || user.Role != string(needs):
		return &failure.Error{Status: http.StatusForbidden, Code: "role_required",
			Message: "This needs the role Admin in the current Grafana organisation.",
			Hint:    "Ask an admin of this organisation. Being a Grafana server admin alone is not enough."}
	}
	return nil
}
