package plugin

import (
	"strings"
	"sync"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/address"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/grafana"
)

// fillIn is the body of POST datasources/{uid}/fill.
type fillIn struct {
	seen
	Endpoint string `json:"endpoint"`
	// Version is the data source's version that the admin saw.
	Version int64 `json:"version"`
	// Host is one of the endpoint's own: a name, or its IP without brackets.
	Host string `json:"host"`
	// Port replaces the address' own, where it isn't 0.
	Port int `json:"port"`
	// Scheme is https where the target demands TLS and the address has http, either where the URL has none, else empty.
	Scheme string `json:"scheme"`
}

func (f *fillIn) check(c *call) error {
	if err := f.seen.check(c); err != nil {
		return err
	}
	if err := azure.CheckEndpointName(f.Endpoint); err != nil {
		return failure.At("endpoint", err)
	}
	if f.Version < 1 {
		return failure.Invalid("version", "The data source version is missing.", "Reload the data source.")
	}
	return checkPort(f.Port)
}

func checkPort(port int) error {
	if port < 0 || port > 65535 {
		return failure.Invalid("port", "The port must be a whole number from 1 to 65535.", "Omit the port to use the default.")
	}
	return nil
}

// postFill leads a data source over an endpoint and answers {dataSource, unsafeNumbers, createdAt, receipt, endpointChanged?}.
// It reads both itself and builds the address: what the browser says about them decides nothing.
func postFill(c *call, body *fillIn) (any, error) {
	uid := c.path["uid"]
	endpoint, source, err := c.readBoth(body.Endpoint, uid)
	if err == nil {
		err = body.sameAs(endpoint)
	}
	if err != nil {
		return nil, err
	}
	change, err := body.change(source)
	if err != nil {
		return nil, err
	}
	if err := c.checkHost(endpoint, body.Host); err != nil {
		return nil, err
	}
	if err := change.cantWork(endpoint); err != nil {
		return nil, err
	}
	written, err := c.grafana.SetField(c.ctx, source.WithHostIn(change.alsoIn, change.before.Host, change.after.Host), change.field, change.after.String())
	c.logSource("fill", uid, err, "privateEndpoint", endpoint.Name, "field", change.field, "hostBefore", change.before.Host, "hostAfter", change.after.Host)
	if err != nil {
		return nil, err
	}
	receipt, err := c.seal(uid, change.field, source, written)
	if err != nil {
		return nil, err
	}
	answer := answerWith(written, receipt)
	answer.CreatedAt, answer.EndpointChanged = endpoint.CreatedAt, c.changedSince(endpoint, body.Host)
	return answer, nil
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
type fillChange struct {
	shape, field  string
	alsoIn        string
	before, after address.Parts
}

// change builds the new address from the stored one: another host, and perhaps port and scheme, all else as it is.
func (f *fillIn) change(source grafana.DataSource) (fillChange, error) {
	kind, ok := catalogue.TypeOf(source.Text("type"))
	if !ok || kind.Field == "" || kind.PasteOnly {
		return fillChange{}, unknownField(source.Text("type"))
	}
	switch {
	case source.ReadOnly():
		return fillChange{}, grafana.ReadOnly()
	case source.Version() != f.Version:
		return fillChange{}, grafana.Conflict()
	case len(source.UnsafeNumbers()) > 0:
		return fillChange{}, unsafeNumber()
	}
	if !source.Has(kind.Only) || isWhole(kind, source.Field(kind.Field)) {
		return fillChange{}, unreadableAddress()
	}
	change := fillChange{shape: kind.Shape, field: kind.Field, alsoIn: kind.AlsoIn}
	if kind.LegacyField != "" && source.Field(kind.Field) == "" {
		change.field = kind.LegacyField
	}
	if change.before, ok = address.Split(kind.Shape, source.Field(change.field)); !ok {
		return fillChange{}, unreadableAddress()
	}
	host, fits := cutSuffix(f.Host, kind.Suffix)
	if !fits {
		return fillChange{}, hostOutside(kind.Suffix)
	}
	change.after = change.before
	change.after.Host = host
	if f.Port > 0 {
		change.after = change.after.WithPort(f.Port)
	}
	if !address.TakesScheme(kind.Shape) {
		change.after.Scheme = ""
	}
	if f.Scheme != "" {
		change.after.Scheme = f.Scheme + "://"
	}
	if !address.SchemeMayBecome(kind.Shape, change.before.Scheme, change.after.Scheme) {
		return fillChange{}, failure.Invalid("scheme", "The scheme can only be changed to https, or added where it is missing.", "Omit the scheme to keep it.")
	}
	// What was built must read as what was meant: a host that isn't one, a port or scheme where the shape has none.
	if read, ok := address.Split(kind.Shape, change.after.String()); !ok || read != change.after {
		return fillChange{}, notAnAddress()
	}
	if change.before == change.after {
		return fillChange{}, failure.Invalid("host", "The data source already has this URL.", "")
	}
	return change, nil
}

// isWhole is true for a text that ends with what the plugin would add to it: then its host isn't sure.
func isWhole(kind catalogue.DataSourceType, text string) bool {
	_, whole := cutSuffix(text, kind.Suffix)
	return kind.Suffix != "" && whole
}

// cutSuffix takes the end off a host, whatever its casing; false where it isn't there.
func cutSuffix(host, suffix string) (string, bool) {
	at := len(host) - len(suffix)
	if at < 0 || !strings.EqualFold(host[at:], suffix) {
		return host, false
	}
	return host[:at], true
}

// cantWork refuses an address whose scheme is wrong for sure, and TLS that nobody demands.
func (f fillChange) cantWork(endpoint azure.Endpoint) error {
	plain, tls := strings.EqualFold(f.after.Scheme, "http://"), demandsTLS(endpoint)
	switch {
	case f.shape == "url" && f.after.Scheme == "":
		return schemeMissing()
	case plain && tls:
		return schemeTooPlain(endpoint.Name)
	case strings.EqualFold(f.before.Scheme, "http://") && !plain && !tls:
		return schemeNotDemanded(endpoint.Name)
	}
	return nil
}

// demandsTLS is true for Azure's own services.
func demandsTLS(endpoint azure.Endpoint) bool {
	target, err := azure.ParseTargetID("targetId", endpoint.TargetID)
	if err != nil {
		return false
	}
	_, isService := catalogue.ServiceHosts(target.Type(), endpoint.SubResources)
	return isService
}
