package azure

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestGrade(t *testing.T) {
	workspace := WorkspaceID{Name: "contoso"}
	endpoint := Endpoint{Name: "orders", RequestMessage: "Ada asks. MPE-7K3M-X9QT"}
	peer := func(name string) string {
		return "/subscriptions/s/providers/Microsoft.Network/privateEndpoints/" + name
	}
	for name, test := range map[string]struct {
		endpoint    Endpoint
		connections []Connection
		want        []string
	}{
		"code in the description":  {endpoint, []Connection{{Description: "x"}, {Description: "ok (mpe-7k3m-x9qt)"}}, []string{"certain", "none"}},
		"two with the code":        {endpoint, []Connection{{Description: "MPE-7K3M-X9QT"}, {Description: "MPE-7K3M-X9QT"}}, []string{"likely", "likely"}},
		"part of a longer word":    {endpoint, []Connection{{Description: "MPE-7K3M-X9QTA"}, {Description: "XMPE-7K3M-X9QT"}}, []string{"none", "none"}},
		"another code":             {endpoint, []Connection{{Description: "MPE-0000-0000"}}, []string{"none"}},
		"the habitual name":        {endpoint, []Connection{{PrivateEndpointID: peer("Grafana-Contoso-Orders")}}, []string{"likely"}},
		"a longer name":            {endpoint, []Connection{{PrivateEndpointID: peer("grafana-contoso-orders2")}}, []string{"none"}},
		"same text, no code":       {Endpoint{Name: "o", RequestMessage: "please "}, []Connection{{Description: " please"}}, []string{"likely"}},
		"no message, no text":      {Endpoint{Name: "o"}, []Connection{{}}, []string{"none"}},
		"two codes in the message": {Endpoint{Name: "o", RequestMessage: "MPE-7K3M-X9QT MPE-0000-0000"}, []Connection{{Description: "MPE-7K3M-X9QT"}}, []string{"none"}},
		"none at all":              {endpoint, nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, graded := range GradeAll(test.connections, workspace, test.endpoint) {
				require.NotEmpty(t, graded.Reason)
				got = append(got, graded.Grade)
			}
			require.Equal(t, test.want, got)
		})
	}
}
