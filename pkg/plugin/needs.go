package plugin

import (
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/grafana"
)

// need is what a route's handler finds ready in its call; each includes those before it.
type need int

const (
	// needsNothing is for routes that work before anything is set up.
	needsNothing need = iota
	// needsSignIn fills in client.
	needsSignIn
	// needsWorkspace fills in id.
	needsWorkspace
	// needsGrafana fills in grafana. It reads the workspace in Azure, so it comes after all other checks.
	needsGrafana
)

// names checks the segments of paths that stand in braces.
var names = map[string]func(string) error{"name": azure.CheckEndpointName, "uid": grafana.CheckUID}

// handler answers a call whose path and settings are checked.
type handler func(*call) (any, error)

// plain is for a handler that takes no body.
func plain(handle handler) handler {
	return func(c *call) (any, error) {
		if err := c.open(); err != nil {
			return nil, err
		}
		return handle(c)
	}
}

// takes is for a handler that takes a JSON body. Its check, which asks nothing of Azure, comes before everything that does.
func takes[B any, P interface {
	*B
	check(*call) error
}](handle func(*call, P) (any, error)) handler {
	return func(c *call) (any, error) {
		body := P(new(B))
		if err := c.decode(body); err != nil {
			return nil, err
		}
		if err := body.check(c); err != nil {
			return nil, err
		}
		return plain(func(c *call) (any, error) { return handle(c, body) })(c)
	}
}

// noBody is the body {}.
type noBody struct{}

func (*noBody) check(*call) error { return nil }

// checkNames checks what the path names.
func (c *call) checkNames() error {
	for key, value := range c.path {
		if err := names[key](value); err != nil {
			return err
		}
	}
	return nil
}

// configure fills in what the settings alone give.
func (c *call) configure() error {
	switch {
	case c.needs >= needsWorkspace:
		var err error
		c.client, c.id, err = c.app.azure()
		return err
	case c.needs == needsSignIn:
		c.client = c.app.client
		return c.app.clientErr
	}
	return nil
}

// open fills in what has to be read in Azure.
func (c *call) open() error {
	if c.needs < needsGrafana {
		return nil
	}
	_, err := c.openGrafana()
	return err
}
