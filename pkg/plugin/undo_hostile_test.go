package plugin

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/receipt"
)

// evilChange would send the credentials of shop-metrics elsewhere.
func evilChange() receipt.Change {
	return receipt.Change{Field: "url", Before: "https://evil.test:9443/prom", After: "https://old.shop.contoso.com:9443/prom", Version: 4, At: time.Now().Unix()}
}

func shopScope() receipt.Scope {
	return receipt.Scope{Workspace: strings.ToLower(azuretest.WorkspaceID), Subject: "shop-metrics"}
}

// An admin of this Grafana may store any secret, so one that the sign-in doesn't use must not seal.
func TestAnUnusedSecretOfTheAdminsSealsNothing(t *testing.T) {
	_, fake, grafana := remoteSetup(t)
	s := managedSetup(t, fake, "sealing-identity", func(w http.ResponseWriter, _ *http.Request) { issueManaged(fake, w) })
	for _, name := range []string{"azureClientSecret", "privateKey", "clientCertificate", "certificatePassword"} {
		s.secrets = map[string]string{name: "known-to-the-admin"}
		known, err := receipt.NewSealer(name, "known-to-the-admin")
		require.NoError(t, err)
		forged, err := known.Seal(shopScope(), evilChange())
		require.NoError(t, err)
		requireRefusal(t, changeWith(undoPath, forged).send(t, s.app(t)), 400, "receipt_invalid")
	}
	require.Empty(t, grafana.Seen(http.MethodPut))
}

// Even with the key, undoing gives back another host and nothing more, in the address field of the type.
func TestUndoChangesNoMoreThanAFillDid(t *testing.T) {
	s, _, grafana := remoteSetup(t)
	app := s.app(t)
	for name, alter := range map[string]func(*receipt.Change){
		"another scheme": func(c *receipt.Change) {
			c.Before, c.After = "https://old2.shop.contoso.com:9443/prom", "http://old.shop.contoso.com:9443/prom"
		},
		"another path":  func(c *receipt.Change) { c.Before = "https://old2.shop.contoso.com:9443/admin" },
		"user":          func(c *receipt.Change) { c.Before = "https://u@old2.shop.contoso.com:9443/prom" },
		"no address":    func(c *receipt.Change) { c.Before = "javascript:alert(1)" },
		"another field": func(c *receipt.Change) { c.Field, c.Before, c.After = "name", "x", "Shop metrics" },
	} {
		changed := evilChange()
		alter(&changed)
		sealed, err := app.sealer.Seal(shopScope(), changed)
		require.NoError(t, err)
		answer := changeWith(undoPath, sealed).send(t, app)
		require.GreaterOrEqual(t, answer.Status, 400, name)
	}
	require.Empty(t, grafana.Seen(http.MethodPut))
}
