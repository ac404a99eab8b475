package azure

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestARequestCodeIsNoPartOfALongerWord(t *testing.T) {
	const code = "MPE-7K3M-X9QT"
	for _, letter := range "09azAZ" {
		require.Empty(t, CodesIn(string(letter)+code), string(letter))
		require.Empty(t, CodesIn(code+string(letter)), string(letter))
	}
	for _, other := range "/:@[`{_- .(#" {
		require.Equal(t, []string{code}, CodesIn(string(other)+code+string(other)), string(other))
	}
}

func TestMatchConnection(t *testing.T) {
	workspace := WorkspaceID{Name: "contoso"}
	endpoint := Endpoint{Name: "orders", RequestMessage: "Ada asks. MPE-7K3M-X9QT"}
	without := Endpoint{Name: "orders", RequestMessage: "Please approve"}
	named := func(id, status, description string) Connection {
		return Connection{ID: id, Status: status, Description: description,
			PrivateEndpointID: "/subscriptions/s/providers/Microsoft.Network/privateEndpoints/Grafana-Contoso-Orders"}
	}
	other := func(id, description string) Connection {
		return Connection{ID: id, Status: "Pending", Description: description, PrivateEndpointID: "/p/grafana-contoso-orders2"}
	}
	for name, test := range map[string]struct {
		endpoint    Endpoint
		connections []Connection
		grade       Grade
		id          string
	}{
		"the code":                            {endpoint, []Connection{other("a", "x"), other("b", "ok (mpe-7k3m-x9qt)")}, Confirmed, "b"},
		"the code on one, the name on two":    {endpoint, []Connection{named("a", "Approved", "OK"), named("b", "Pending", "MPE-7K3M-X9QT")}, Confirmed, "b"},
		"two with the code":                   {endpoint, []Connection{other("a", "MPE-7K3M-X9QT"), named("b", "Pending", "MPE-7K3M-X9QT")}, Unknown, ""},
		"two with the code, one of them dead": {endpoint, []Connection{named("a", "Disconnected", "MPE-7K3M-X9QT"), named("b", "Pending", "MPE-7K3M-X9QT")}, Probable, "b"},
		"part of a longer word":               {endpoint, []Connection{other("a", "MPE-7K3M-X9QTA"), other("b", "XMPE-7K3M-X9QT")}, Unknown, ""},
		"another code":                        {endpoint, []Connection{other("a", "MPE-0000-0000")}, Unknown, ""},
		"the name, another's code":            {endpoint, []Connection{named("a", "Pending", "MPE-0000-0000")}, Unknown, ""},
		"the name, and the owner's comment":   {endpoint, []Connection{other("a", "x"), named("b", "Approved", "OK")}, Probable, "b"},
		"the name, and an older request's":    {endpoint, []Connection{named("a", "Approved", "MPE-0000-0000"), named("b", "Approved", "OK")}, Probable, "b"},
		"the name on two":                     {endpoint, []Connection{named("a", "Approved", "OK"), named("b", "Pending", "x")}, Unknown, ""},
		"the name on two, one of them dead":   {endpoint, []Connection{named("a", "disconnected", "OK"), named("b", "Approved", "OK")}, Probable, "b"},
		"the name on one that is dead":        {endpoint, []Connection{named("a", "Disconnected", "OK")}, Probable, "a"},
		"the name on two that are dead":       {endpoint, []Connection{named("a", "Disconnected", ""), named("b", "Disconnected", "")}, Unknown, ""},
		"a longer name":                       {endpoint, []Connection{other("a", "OK")}, Unknown, ""},
		"no code, the name":                   {without, []Connection{named("a", "Pending", "Please approve")}, Probable, "a"},
		"no code, the message alone":          {without, []Connection{other("a", "Please approve")}, Unknown, ""},
		"no message, no text":                 {Endpoint{Name: "o"}, []Connection{{ID: "a"}}, Unknown, ""},
		"two codes in the message": {Endpoint{Name: "orders", RequestMessage: "MPE-7K3M-X9QT MPE-0000-0000"},
			[]Connection{named("a", "Pending", "MPE-7K3M-X9QT MPE-0000-0000")}, Probable, "a"},
		"two codes in the message, no name": {Endpoint{Name: "orders", RequestMessage: "MPE-7K3M-X9QT MPE-0000-0000"},
			[]Connection{other("a", "MPE-7K3M-X9QT")}, Unknown, ""},
		"none at all": {endpoint, nil, Unknown, ""},
	} {
		t.Run(name, func(t *testing.T) {
			match := MatchConnection(test.connections, workspace, test.endpoint)
			require.Equal(t, test.grade, match.Grade, match.Reason)
			several := name == "two with the code" || name == "the name on two"
			require.Equal(t, several, strings.HasPrefix(match.Reason, "More than one"), match.Reason)
			if test.id == "" {
				require.Nil(t, match.Connection)
				return
			}
			require.Equal(t, test.id, match.Connection.ID)
		})
	}
}
