package failure

import (
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
	} {
		require.NotContains(t, Scrub(text, "hunter2hunter2"), hidden)
	}
	require.Equal(t, "AADSTS700016: kept in full", Scrub("AADSTS700016:\r\n kept\x00 in full"))
	require.Equal(t, "a b", Scrub("a b", "", "a"), "short secrets would blank everything")
	require.LessOrEqual(t, len(Scrub(strings.Repeat("ä", 5000))), maxCause+len("…"))
	require.Contains(t, Scrub("expires_at=soon tail"), "tail")
}
