package plugin

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/receipt"
)

const undoPath = "datasources/shop-metrics/undo"

func undoBody(sealed string) string {
	text, _ := json.Marshal(map[string]string{"receipt": sealed})
	return string(text)
}

// fillShop fills shop-metrics and returns the receipt.
func fillShop(t *testing.T, app *App) string {
	t.Helper()
	answer := change("POST", fillPath, fillBody(nil)).send(t, app)
	require.Equal(t, 200, answer.Status, string(answer.Body))
	return decodeAnswer[filled](t, answer).Receipt
}

func TestUndoGivesBackWhatWas(t *testing.T) {
	logged := captureLog(t)
	s, _, grafana := remoteSetup(t)
	sealed := fillShop(t, s.app(t))
	require.NotContains(t, sealed, "contoso")

	// Another server, or the same one after a restart.
	answer := change("POST", undoPath, undoBody(sealed)).send(t, s.app(t))
	require.Equal(t, 200, answer.Status, string(answer.Body))
	wanted := strings.Replace(shopMetrics, `"version":4`, `"version":6`, 1)
	requireSame(t, strings.Replace(wanted, `"accessControl":{"datasources:write":true},`, "", 1), grafana.Source("shop-metrics"))
	require.Contains(t, logged.String(), "undo")

	again := change("POST", undoPath, undoBody(sealed)).send(t, s.app(t))
	require.Contains(t, requireRefusal(t, again, 409, "receipt_stale").Message, "already has its previous URL")
}

func TestUndoRefuses(t *testing.T) {
	s, fake, grafana := remoteSetup(t)
	app := s.app(t)
	sealed := fillShop(t, app)
	grafana.Put(strings.Replace(grafana.Source("shop-metrics"), "shop-metrics", "other", 1))
	written := len(grafana.Seen(http.MethodPut))

	forged, err := receipt.NewSealer("azureClientSecret", "guessed")
	require.NoError(t, err)
	scope := receipt.Scope{Org: 0, Workspace: strings.ToLower(azuretest.WorkspaceID), Subject: "shop-metrics"}
	evil, err := forged.Seal(scope, receipt.Change{Field: "url", Before: "https://evil.test", After: "https://prometheus.shop.contoso.com:9443/prom", Version: 5, At: time.Now().Unix()})
	require.NoError(t, err)
	flipped := []byte(sealed)
	flipped[len(flipped)/2] ^= 1
	for name, bad := range map[string]string{
		"empty": "", "no receipt": "x", "forged": evil, "changed": string(flipped), "cut": sealed[:len(sealed)-4], "longer": sealed + "AAAA",
		"twice": sealed + sealed, "plain": `{"f":"url","b":"https://evil.test"}`, "huge": strings.Repeat("A", 20_000),
	} {
		answer := change("POST", undoPath, undoBody(bad)).send(t, app)
		require.Equal(t, "receipt", requireRefusal(t, answer, 400, "receipt_invalid").Field, name)
	}
	requireRefusal(t, change("POST", "datasources/other/undo", undoBody(sealed)).send(t, app), 400, "receipt_invalid")
	requireRefusal(t, change("POST", undoPath, `{"receipt":"`+sealed+`","value":"https://evil.test"}`).send(t, app), 400, "invalid_request")

	elsewhere := newSetup(fake)
	elsewhere.jsonData["workspaceId"] = strings.Replace(azuretest.WorkspaceID, "contoso", "fabrikam", 1)
	requireRefusal(t, change("POST", undoPath, undoBody(sealed)).send(t, elsewhere.app(t)), 400, "receipt_invalid")
	otherSecret := newSetup(fake)
	otherSecret.secrets["azureClientSecret"] = "another"
	requireRefusal(t, change("POST", undoPath, undoBody(sealed)).send(t, otherSecret.app(t)), 400, "receipt_invalid")
	otherOrg := change("POST", undoPath, undoBody(sealed))
	otherOrg.org = 2
	requireRefusal(t, otherOrg.send(t, app), 400, "receipt_invalid")
	require.Len(t, grafana.Seen(http.MethodPut), written, "nothing may be written")
}

func TestUndoLeavesLaterChangesAlone(t *testing.T) {
	for name, change := range map[string]func(string) string{
		"another field": func(now string) string {
			return strings.NewReplacer(`"timeInterval":"30s"`, `"timeInterval":"60s"`, `"version":5`, `"version":6`).Replace(now)
		},
		"the address": func(now string) string {
			return strings.NewReplacer("prometheus.shop", "third.shop", `"version":5`, `"version":6`).Replace(now)
		},
		"the address under the same version": func(now string) string { return strings.Replace(now, "prometheus.shop", "third.shop", 1) },
		"made anew with an older version":    func(now string) string { return strings.Replace(now, `"version":5`, `"version":1`, 1) },
	} {
		t.Run(name, func(t *testing.T) {
			s, _, grafana := remoteSetup(t)
			app := s.app(t)
			sealed := fillShop(t, app)
			changed := change(grafana.Source("shop-metrics"))
			grafana.Put(changed)
			requireRefusal(t, changeWith(undoPath, sealed).send(t, app), 409, "receipt_stale")
			requireSame(t, changed, grafana.Source("shop-metrics"))
		})
	}
}

func changeWith(path, sealed string) request { return change("POST", path, undoBody(sealed)) }

func TestAReceiptLastsThirtyDays(t *testing.T) {
	s, _, _ := remoteSetup(t)
	app := s.app(t)
	scope := receipt.Scope{Workspace: strings.ToLower(azuretest.WorkspaceID), Subject: "shop-metrics"}
	old, err := app.sealer.Seal(scope, receipt.Change{Field: "url", At: time.Now().Add(-30*24*time.Hour - time.Minute).Unix()})
	require.NoError(t, err)
	require.Contains(t, requireRefusal(t, changeWith(undoPath, old).send(t, app), 409, "receipt_stale").Message, "30 days")
}

func TestWhatSealsReceipts(t *testing.T) {
	scope := receipt.Scope{Org: 1, Subject: "x"}
	opens := func(a, b map[string]string) bool {
		from, err := newSealer("clientsecret", a)
		require.NoError(t, err)
		to, err := newSealer("clientsecret", b)
		require.NoError(t, err)
		sealed, err := from.Seal(scope, receipt.Change{Field: "url"})
		require.NoError(t, err)
		_, err = to.Open(scope, sealed)
		return err == nil
	}
	secret := map[string]string{"azureClientSecret": "s"}
	require.True(t, opens(secret, map[string]string{"azureClientSecret": "s", "unrelated": "x"}))
	require.False(t, opens(secret, map[string]string{"azureClientSecret": "s2"}))
	require.False(t, opens(secret, map[string]string{"azureClientSecret": "s", "grafanaToken": "t"}))
	require.True(t, opens(nil, nil), "without a secret, for as long as this process lives")
	require.False(t, opens(nil, secret))
	t.Setenv(receiptKeyVariable, "the operator's")
	require.True(t, opens(nil, secret))
}
