package failure

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestScrub(t *testing.T) {
	for text, hidden := range map[string]string{
		"token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl here":        "c2lnbmF0dXJl",
		"Authorization: Bearer abcdefghijklmnop":                              "abcdefghijklmnop",
		"client_id=x&client_secret=s3cr3t-value&scope=y":                      "s3cr3t-value",
		"client_assertion=longassertion":                                      "longassertion",
		"https://m/op?t=1&c=MIIHhzCC&s=abcdefgh&h=ijklmnop":                   "abcdefgh",
		"-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY----- tail": "MIIEvQ",
		"-----BEGIN RSA PRIVATE KEY-----\nMIIEvQ":                             "MIIEvQ",
		"the secret is hunter2hunter2":                                        "hunter2hunter2",
		`{"client_secret": "s3cr3t-value","scope":"y"}`:                       "s3cr3t-value",
		`{\"access_token\":\"opaque-token\"}`:                                 "opaque-token",
		"key eyJhbGciOiJkaXIi.a.b.c.cGFydC01":                                 "cGFydC01",
		"glsa_abcdefghijklmnop_12345678 tail":                                 "abcdefghijklmnop",
		"dial https://ada:hunter3@db.contoso.com:9443/x":                      "hunter3",
		"proxy http://:hunter3@proxy":                                         "hunter3",
	} {
		require.NotContains(t, Scrub(text, "hunter2hunter2"), hidden)
	}
	require.Equal(t, "AADSTS700016: kept in full", Scrub("AADSTS700016:\r\n kept\x00 in full"))
	require.Equal(t, "a b", Scrub("a b", "", "a"), "short secrets would blank everything")
	require.NotContains(t, Scrub("client=x&value=a~b%2Bc%2F%3D&y", "a~b+c/="), "b%2Bc")
	require.Equal(t, "safe exe.gnp evil", Scrub("safe \u202eexe.gnp\u2028evil\u200f"))
	require.Equal(t, "see https://learn.microsoft.com/a:b and ops@contoso.com", Scrub("see https://learn.microsoft.com/a:b and ops@contoso.com"))
	require.Equal(t, "pay ments", Scrub("pay\u200bments"))
	require.Equal(t, "two\nlines", Hide("two\nlines"))
	require.LessOrEqual(t, len(Scrub(strings.Repeat("ä", 5000))), maxCause+len("…"))
	require.Equal(t, strings.Repeat("a", maxCause), Scrub(strings.Repeat("a", maxCause)))
	require.Equal(t, "[hidden] b", Scrub("hunt b", "hunt"))
	require.Contains(t, Scrub("expires_at=soon tail"), "tail")
}

func TestHideIn(t *testing.T) {
	for name, secret := range map[string]bool{
		"password": true, "clientSecret": true, "myApiKey": true, "client-secret": true, "key": true, "sig": true,
		"dbPwd": true, "design": false, "httpMethod": false, "primaryKey": false, "tokens": false,
	} {
		require.Equal(t, secret, HideIn(name)("value") == "[hidden]", name)
	}
}

func TestErrorText(t *testing.T) {
	require.Equal(t, "azure_forbidden: Azure refused", (&Error{Code: "azure_forbidden", Message: "Azure refused"}).Error())
	require.Equal(t, "azure_forbidden: Azure refused (no role)",
		(&Error{Code: "azure_forbidden", Message: "Azure refused", Cause: "no role"}).Error())
}

func TestIsHidden(t *testing.T) {
	file, err := os.ReadFile("../../testdata/cases/one-line.json")
	require.NoError(t, err)
	var cases []struct {
		Text    string `json:"text"`
		OneLine bool   `json:"oneLine"`
	}
	require.NoError(t, json.Unmarshal(file, &cases))
	for _, test := range cases {
		require.Equal(t, test.OneLine, !strings.ContainsFunc(test.Text, IsHidden), "%q", test.Text)
	}
}

// The list stands here once more, so that a word that goes from the catalogue is missed.
func TestEachNameOfASecretHidesItsValue(t *testing.T) {
	for _, name := range strings.Fields("password passwd pwd token access_token refresh_token id_token apikey api_key secret AccountKey " +
		"SharedAccessKey SharedAccessSignature client_secret client_assertion client_certificate private_key assertion sig") {
		for _, written := range []string{name, strings.ToUpper(name), strings.ToLower(name)} {
			for _, text := range []string{written + "=hunter22", `"` + written + `":"hunter22"`, "https://x.contoso.com/?" + written + "=hunter22&b=c"} {
				require.NotContains(t, Scrub("Failed: "+text), "hunter22", text)
			}
		}
	}
}
