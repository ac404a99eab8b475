package azure

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestStatuses(t *testing.T) {
	file, err := os.ReadFile("../../testdata/cases/statuses.json")
	require.NoError(t, err)
	var cases []struct {
		Endpoint
		View *struct {
			Grade  Grade
			Status string
		}
		Status, Label, Group string
	}
	require.NoError(t, json.Unmarshal(file, &cases))
	require.NotEmpty(t, cases)
	for _, test := range cases {
		var view Match
		if test.View != nil {
			view = Match{Grade: test.View.Grade, Connection: &Connection{Status: test.View.Status}}
		}
		require.Equal(t, Status{test.Status, test.Label, test.Group}, test.Endpoint.Status(view), "%+v", test)
	}
}
