package azure

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestAWriteSettlesForHalfAnHour(t *testing.T) {
	ago := func(age time.Duration) string { return time.Now().Add(-age).UTC().Format(time.RFC3339) }
	for _, test := range []struct {
		state, modified string
		settles         bool
	}{
		{"Accepted", ago(29 * time.Minute), true}, {"creating", ago(time.Minute), true}, {"Updating", ago(0), true}, {"Deleting", ago(31 * time.Minute), false},
		{"Deleting", "", true}, {"Succeeded", ago(0), false}, {"Failed", ago(0), false}, {"", ago(0), false},
	} {
		require.Equal(t, test.settles, Endpoint{ProvisioningState: test.state, LastModifiedAt: test.modified}.Settles(), test)
	}
}
