package plugin

import (
	"sync"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/address"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/grafana"
)

// fillIn is the body of POST datasources/{uid}/fill.
type fillIn struct {
	Endpoint string `json:"endpoint"`
	// Version is the data source's version that the admin saw.
	Version int64  `json:"version"`
	Field   string `json:"field"`
	Value   string `json:"value"`
}

func (f *fillIn) check(*call) error {
	if err := azure.CheckEndpointName(f.Endpoint); err != nil {
		return failure.At("endpoint", err)
	}
	if f.Version < 1 {
		return failure.Invalid("version", "The data source version is missing.", "Reload the data source.")
	}
	return nil
}

// postFill leads a data source over an endpoint and answers {dataSource, unsafeNumbers, receipt}. It reads both itself:
// what the browser says about them decides nothing.
func postFill(c *call, body *fillIn) (any, error) {
	uid := c.path["uid"]
	endpoint, source, err := c.readBoth(body.Endpoint, uid)
	if err != nil {
		return nil, err
	}
	change, err := checkFill(body, source)
	if err != nil {
		return nil, err
	}
	if err := c.checkHost(endpoint, change.after.Host); err != nil {
		return nil, err
	}
	written, err := c.grafana.SetField(c.ctx, source, body.Field, change.before.At(change.after).String())
	c.logSource("fill", uid, err, "privateEndpoint", endpoint.Name, "field", body.Field, "hostBefore", change.before.Host, "hostAfter", change.after.Host)
	if err != nil {
		return nil, err
	}
	receipt, err := c.seal(uid, body.Field, source, written)
	if err != nil {
		return nil, err
	}
	return answerWith(written, receipt), nil
}

// readBoth reads endpoint and data source at once. An endpoint that isn't usable is told first: nothing else matters then.
func (c *call) readBoth(name, uid string) (azure.Endpoint, grafana.DataSource, error) {
	var endpoint azure.Endpoint
	var source grafana.DataSource
	var endpointErr, sourceErr error
	var wait sync.WaitGroup
	wait.Go(func() { endpoint, endpointErr = c.usableEndpoint(name) })
	wait.Go(func() { source, sourceErr = c.grafana.Read(c.ctx, uid) })
	wait.Wait()
	if endpointErr != nil {
		return endpoint, source, endpointErr
	}
	return endpoint, source, sourceErr
}

// fillChange is an address before and after.
type fillChange struct{ before, after address.Parts }

// checkFill refuses everything but another host, and perhaps port, in the one address field of the data source's type.
func checkFill(body *fillIn, source grafana.DataSource) (fillChange, error) {
	kind, ok := address.KindFor(source.Text("type"), body.Field)
	if !ok {
		return fillChange{}, unknownField(source.Text("type"))
	}
	switch {
	case source.ReadOnly():
		return fillChange{}, grafana.ReadOnly()
	case source.Version() != body.Version:
		return fillChange{}, grafana.Conflict()
	case len(source.UnsafeNumbers()) > 0:
		return fillChange{}, unsafeNumber()
	}
	stored := source.Field(body.Field)
	before, ok := kind.Split(stored)
	if !ok {
		return fillChange{}, unreadableAddress()
	}
	after, ok := kind.Split(body.Value)
	if !ok {
		return fillChange{}, notAnAddress()
	}
	// The browser knows the address without its secrets.
	if shown, ok := kind.Split(address.Hide(stored)); !ok || !address.OnlyHostDiffers(shown, after) {
		return fillChange{}, moreThanTheHost()
	}
	if before.At(after) == before {
		return fillChange{}, failure.Invalid("value", "The data source already has this URL.", "")
	}
	return fillChange{before, after}, nil
}
