package plugin

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

func TestTagsThatWereOverwrittenMeanwhile(t *testing.T) {
	tagged := func(value string) azure.Endpoint { return azure.Endpoint{Tags: map[string]string{"team": value}} }
	before, sent := map[string]string{"team": "orders"}, map[string]string{"team": "shop"}
	for name, test := range map[string]struct {
		during []azure.Endpoint
		want   map[string]string
	}{
		"nobody":             {nil, nil},
		"as before":          {[]azure.Endpoint{tagged("orders")}, nil},
		"as sent":            {[]azure.Endpoint{tagged("shop")}, nil},
		"someone, once seen": {[]azure.Endpoint{tagged("carts")}, map[string]string{"team": "carts"}},
		"someone, then ours": {[]azure.Endpoint{tagged("carts"), tagged("shop")}, map[string]string{"team": "carts"}},
		"the last of two":    {[]azure.Endpoint{tagged("carts"), tagged("stock")}, map[string]string{"team": "stock"}},
	} {
		require.Equal(t, test.want, glances{during: test.during}.overwritten(before, sent), name)
	}
}

func TestWhoTookTheNameIsTold(t *testing.T) {
	for creator, told := range map[string]string{"": "whoever created it, and", "bo@contoso.com": "whoever created it (bo@contoso.com), and"} {
		refused := failure.From(takenMeanwhile(azure.Endpoint{Name: "orders-db", TargetID: targetID, CreatedBy: creator}))
		require.Contains(t, refused.Hint, "It connects to orders. ")
		require.Contains(t, refused.Hint, told)
	}
}
