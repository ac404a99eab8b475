package plugin

import (
	"crypto/rand"
	"net/http"
	"os"
	"slices"
	"sync"
	"time"

	"github.com/grafana/grafana-azure-sdk-go/v2/azcredentials"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/grafana"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/receipt"
)

// receiptKeyVariable may hold a key of the operator's own, from receipt_key in the section
// [plugin.azure-privateendpoints-app] of Grafana's configuration.
const receiptKeyVariable = "GF_PLUGIN_RECEIPT_KEY"

// processKey seals where nothing secret is stored: with the host's identity and no service account token. Receipts are
// then good until the backend ends, and on this server only; the operator's key lifts that.
var processKey = sync.OnceValue(rand.Text)

// sealing names the secrets of each authentication method that seal. A stored secret that isn't signed in with may be of anybody's
// making, and whoever knows all that seals can make receipts that lead anywhere.
var sealing = map[string][]string{
	azcredentials.AzureAuthClientSecret:      {"azureClientSecret"},
	azcredentials.AzureAuthClientCertificate: {"clientCertificate", "privateKey"},
}

// newSealer takes the operator's key, else the stored secrets in use, which all servers share and restarts keep.
func newSealer(authType string, secrets map[string]string) (*receipt.Sealer, error) {
	if key := os.Getenv(receiptKeyVariable); key != "" {
		return receipt.NewSealer("operator", key)
	}
	var stored []string
	for _, name := range append(slices.Clone(sealing[authType]), grafanaTokenSecret) {
		if secrets[name] != "" {
			stored = append(stored, name, secrets[name])
		}
	}
	if stored == nil {
		return receipt.NewSealer("process", processKey())
	}
	return receipt.NewSealer(stored...)
}

func (c *call) scope(uid string) receipt.Scope {
	return receipt.Scope{Org: c.org, Workspace: c.id.Key(), Subject: uid}
}

func (c *call) seal(uid, field string, before, after grafana.DataSource) (string, error) {
	return c.app.sealer.Seal(c.scope(uid), receipt.Change{
		Field: field, Before: before.Field(field), After: after.Field(field), Version: after.Version(), WorkspaceCreated: c.workspace.CreatedAt, At: time.Now().Unix(),
	})
}

// undo is the body of POST datasources/{uid}/undo.
type undo struct {
	Receipt string `json:"receipt"`

	change receipt.Change
}

func (u *undo) check(c *call) (err error) {
	if u.change, err = c.app.sealer.Open(c.scope(c.path["uid"]), u.Receipt); err != nil {
		return invalidReceipt()
	}
	return checkAge(u.change)
}

func invalidReceipt() error {
	return &failure.Error{Status: http.StatusBadRequest, Code: "receipt_invalid", Field: "receipt",
		Message: "This change can't be undone here: the undo receipt isn't valid for this data source.",
		Hint:    "The plugin's secrets may have changed since. Open the data source and update the URL there."}
}
