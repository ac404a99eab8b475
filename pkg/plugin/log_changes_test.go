package plugin

import (
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/require"
)

// Each change is logged with who asked for it, whichever way Grafana names them, and how it went.
func TestChangesAreLoggedWithWhoAsked(t *testing.T) {
	for who, user := range map[string]*backend.User{
		"ada":             {Login: "ada", Email: "ada@contoso.com", Role: "Admin"},
		"kim@contoso.com": {Email: "kim@contoso.com", Role: "Admin"},
	} {
		s, _, _ := remoteSetup(t)
		app := s.app(t)
		for change, r := range map[string]request{
			"create": change("PUT", "endpoints/orders-db", newBody), "update": change("PATCH", "endpoints/shop", `{"tags":{"wanted":{"a":"b"}},"createdAt":""}`),
			"delete": change("DELETE", "endpoints/shop", `{"createdAt":""}`), "refresh": change("POST", "refresh", "{}"), "fill": fillWith(nil),
		} {
			logged := captureLog(t)
			r.user, r.org = user, 7
			r.send(t, app)
			require.Regexp(t, `change `+change+` .*user `+who+` org 7 outcome \w+`, logged.String())
			// The SDK adds keys of its own to each line (backend/log.go), and the later of two would hide the other.
			require.NotRegexp(t, `[ \[](pluginId|pluginVersion|endpoint|traceId) `, logged.String())
		}
	}
}
