package azure

import (
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/require"
)

// FuzzEndpoint: whatever the bytes are, reading ends without a panic, and what was read can be written as JSON.
func FuzzEndpoint(f *testing.F) {
	for _, seed := range []string{
		`{"id":"/a/b","properties":{"groupIds":["x"],"connectionState":{"status":"Approved"}}}`, `{"properties":[1]}`, `null`, `[`, `{"a":`,
		"{\"name\":\"\xff\"}", `{"name":"\ud800"}`, `{"tags":{"a":1,"a":2}}`, `{"extra":1,"properties":{"extra":2}}`, `{"groupIds":1e400}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		endpoint, err := newDecoder(body).endpoint()
		if err != nil {
			return
		}
		_, err = json.Marshal(endpoint, json.Deterministic(true), AsItCame)
		require.NoError(t, err)
	})
}
