package azure

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWhetherAnEndpointHasTheMessageThatWasSent(t *testing.T) {
	for _, test := range []struct {
		told, asked string
		same        bool
	}{
		{"Ada asks. MPE-7K3M-X9QT", "mpe-7k3m-x9qt, in other words", true}, {"Ada asks. MPE-7K3M-X9QT", "Ada asks. MPE-0000-0000", false},
		{"MPE-0000-0000 MPE-7K3M-X9QT", "MPE-7K3M-X9QT", true}, {"Ada asks.", "Ada asks. MPE-7K3M-X9QT", false}, {"Ada asks. MPE-7K3M-X9QT", "Ada asks.", false},
		{"", "Ada asks. MPE-7K3M-X9QT", true}, {" Ada asks. ", "Ada asks.", true}, {"Ada asks.", "Bo asks.", false}, {"", "", true}, {"Ada asks.", "", false},
	} {
		require.Equal(t, test.same, sameMessage(test.told, test.asked), test)
	}
}
