package azure

import (
	"context"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
)

// Target is a resource that an endpoint leads to, or may lead to.
type Target struct {
	Type     string `json:"-"`
	Kind     string `json:"kind"`
	Location string `json:"location"`
	// SKU is sku.name.
	SKU string `json:"sku"`
	// Properties holds those of targetProperties that Azure told, in its own shape.
	Properties map[string]jsontext.Value `json:"properties"`
	// SubResources are those that the target names itself.
	SubResources []string `json:"subResources"`
}

// targetProperties are the ones that pre-flight checks and host names need; the rest of a resource is nobody's business
// here and stays in the backend.
var targetProperties = withHostProperties(
	"publicnetworkaccess", "network", "accessmodesettings", "virtualnetworkconfiguration", "parameters", "visibility", "enableproxyprotocol",
)

func withHostProperties(names ...string) []string {
	for _, kind := range catalogue.TargetKinds {
		for _, path := range kind.HostProperties {
			top, _, _ := strings.Cut(path, ".")
			names = append(names, strings.ToLower(top))
		}
	}
	return names
}

// kindOf is how the target's provider is read; Azure knows each type under one name alone.
func kindOf(id TargetID) (catalogue.TargetKind, bool) {
	kind, ok := catalogue.KindOfType(id.Type())
	return kind, ok && strings.EqualFold(kind.ResourceType, id.Type())
}

var (
	readTarget       = operation{does: "read the target resource", needs: catalogue.ActionOf("readTargets")}
	readSubResources = operation{does: "read the sub-resources of the target resource", needs: catalogue.ActionOf("readSubResources")}
)

// Target reads a resource. Kinds that the plugin doesn't know are read through Resource Graph, which needs no API version
// but may lag behind by minutes.
func (c *Client) Target(ctx context.Context, id TargetID) (Target, error) {
	kind, known := kindOf(id)
	if !known {
		return c.targetFromGraph(ctx, id)
	}
	body, err := c.get(ctx, readTarget.at(id), id.String(), kind.APIVersion)
	if err != nil {
		return Target{}, err
	}
	target, err := newDecoder(body).target(id)
	if err != nil {
		return Target{}, badAnswer(readTarget, "the response isn't a resource")
	}
	return target, nil
}

func (c *Client) targetFromGraph(ctx context.Context, id TargetID) (Target, error) {
	var found []Target
	kql := "resources | where id =~ '" + strings.ReplaceAll(id.String(), "'", `\'`) + "' | project kind, location, sku, properties"
	_, err := c.query(ctx, readTarget.at(id), kql, 1, "", func(d *decoder) error {
		target, err := d.target(id)
		found = append(found, target)
		return err
	})
	if err != nil {
		return Target{}, err
	}
	if len(found) == 0 {
		return Target{}, noSuchTarget()
	}
	return found[0], nil
}

// SubResources lists the sub-resources that the target names itself; known is false where its kind has no such list.
func (c *Client) SubResources(ctx context.Context, id TargetID) (all []string, known bool, err error) {
	kind, ok := kindOf(id)
	if !ok || !kind.ListsSubResources {
		return nil, false, nil
	}
	err = c.list(ctx, readSubResources.at(id), id.String()+"/privateLinkResources", kind.APIVersion, func(d *decoder) error {
		var groupID string
		err := d.into("", places{"properties": places{"groupid": &groupID}})
		if groupID != "" {
			all = append(all, groupID)
		}
		return err
	})
	return all, true, err
}

func (d *decoder) target(id TargetID) (Target, error) {
	target := Target{Type: id.Type(), Properties: map[string]jsontext.Value{}}
	property := func(lower, key string) error {
		value, err := d.ReadValue()
		if err == nil && value.Kind() != 'n' && slices.Contains(targetProperties, lower) {
			target.Properties[key] = value.Clone()
		}
		return err
	}
	err := d.into("", places{
		"kind": &target.Kind, "location": &target.Location, "sku": places{"name": &target.SKU},
		"properties": func(key string) error { return d.object(key, property) },
	})
	return target, err
}
