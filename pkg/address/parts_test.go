package address

import (
	"encoding/json"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
)

// TestCases reads what the front end's tests read too: both sides have to take addresses apart, and hide secrets, alike.
func TestCases(t *testing.T) {
	file, err := os.ReadFile("../../testdata/cases/addresses.json")
	require.NoError(t, err)
	var table struct {
		Cases, Texts [][]json.RawMessage
	}
	require.NoError(t, json.Unmarshal(file, &table))
	require.Greater(t, len(table.Cases), 80)
	for _, row := range table.Cases {
		var shape, text, shown string
		var parts []string
		for i, into := range []any{&shape, &text, &parts, &shown} {
			require.NoError(t, json.Unmarshal(row[i], into))
		}
		if shown == "" {
			shown = text
		}
		got, ok := Split(shape, text)
		require.Equal(t, parts != nil, ok, "%s %q", shape, text)
		if ok {
			require.Equal(t, parts, []string{got.Scheme, got.User, got.Host, got.Instance, got.Port, got.Rest}, text)
			require.Equal(t, text, got.String())
		}
		require.Equal(t, shown, Redact(shape, text), "%s %q", shape, text)
	}
}

func TestTheLongestAddress(t *testing.T) {
	_, ok := Split("url", "http://h/"+strings.Repeat("a", maxLength-len("http://h/")))
	require.True(t, ok)
	_, ok = Split("url", "http://h/"+strings.Repeat("a", maxLength+1-len("http://h/")))
	require.False(t, ok)
}

func TestWhatAnUpdateCanHaveDone(t *testing.T) {
	for _, test := range []struct {
		before, after string
		want          bool
	}{
		{"https://u:p@h:1/x", "https://u:p@i:2/x", true}, {"http://u:p@h/x", "https://u:p@i:443/x", true}, {"https://h/x", "http://i/x", false},
		{"h:1", "https://h:1", true}, {"h:1", "http://h:1", true}, {"http://h:1", "h:1", false}, {"https://u:p@h", "https://u:q@h", false}, {"https://h/x", "https://h/y", false}, {"https://h", "https://u@h", false},
	} {
		before, _ := Split("url", test.before)
		after, ok := Split("url", test.after)
		require.True(t, ok)
		require.Equal(t, test.want, before.MayBecome("url", after), test)
	}
}

// FuzzSplit: whatever the text is, an address that reads for sure has the one host that Go's own parser would call,
// nothing of it gets lost, and it names the same host when its secrets are hidden.
func FuzzSplit(f *testing.F) {
	for _, seed := range []string{"http://a.b:1/c", "http://u:p@[::1]:2?x", `a\b:3;c=d`, "a:1", "http://a@b@c", "http://a#@b", "0:1;@", "http://k:1/2@h:3"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for shape := range patterns {
			p, ok := Split(shape, text)
			if !ok || len(text) > maxLength/2 {
				continue
			}
			require.Equal(t, text, p.String())
			shown, ok := Split(shape, Redact(shape, text))
			require.True(t, ok, Redact(shape, text))
			require.Equal(t, []string{p.Host, p.Port, p.Instance}, []string{shown.Host, shown.Port, shown.Instance})
			if p.Scheme != "" {
				u, err := url.Parse(text)
				require.NoError(t, err)
				require.Equal(t, p.Host, u.Hostname())
			}
		}
	})
}

// FuzzRedact: whatever a password holds, it isn't shown, in an address or in a sentence.
func FuzzRedact(f *testing.F) {
	for _, seed := range []string{"secret", "p@ss@w0rd", "se/cret", "a?b#c;d", "12345/6", "1/a@b/c", "001#", "@A0.?", "//###", "/x", "x:y", "p;w=d", `q\w`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, password string) {
		if len(password) < 4 || strings.ContainsAny(password, " \t\n\r\v\f\"'<>\u0085\u00a0") || strings.Contains("http://kim:@db.contoso.com:5432 ***"+strings.ToLower(secretNames), strings.ToLower(password)) {
			return
		}
		for _, address := range []string{"http://kim:" + password + "@db.contoso.com:5432", "kim:" + password + "@db.contoso.com:5432"} {
			for _, shape := range []string{"url", "hostPort", ""} {
				require.NotContains(t, Redact(shape, address), password, shape)
			}
			require.NotContains(t, RedactText("dial "+address+" failed"), password)
		}
		for _, name := range append(catalogue.SecretNames.Names, catalogue.SecretNames.Options...) {
			if !strings.ContainsAny(password, ";{}") {
				require.NotContains(t, Redact("mssql", "h:1433;"+strings.ToUpper(name)+"="+password+";x=1"), password)
			}
			if !strings.Contains(password, "&") {
				require.NotContains(t, Redact("url", "https://h/x?a=b&"+name+"="+password+"&c=d"), password)
			}
		}
	})
}
