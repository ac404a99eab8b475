package grafana

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/address"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// addressOptions are the members of jsonData in which some type of data source keeps its address.
var addressOptions = func() []string {
	var names []string
	for _, kind := range catalogue.DataSourceTypes {
		for _, field := range []string{kind.Field, kind.LegacyField} {
			if name, inside := strings.CutPrefix(field, "jsonData."); inside {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}()

// Shown is the data source as the browser may see it: names of secrets, never a secret.
func (d DataSource) Shown() DataSource {
	kind, _ := catalogue.TypeOf(d.Text("type"))
	inAddress := func(field string) func(string) string {
		shape := ""
		if field == kind.Field || field == kind.LegacyField {
			shape = kind.Shape
		}
		return func(text string) string { return address.Redact(shape, text) }
	}
	shown := d.without("secureJsonData", "password", "basicAuthPassword")
	for i, member := range shown.members {
		switch member.name {
		case "url":
			shown.members[i].value = redacted(member.value, inAddress("url"), failure.HideIn)
		case "jsonData":
			shown.members[i].value = redacted(member.value, failure.HideIn("jsonData"), func(name string) func(string) string {
				if slices.Contains(addressOptions, name) {
					return inAddress("jsonData." + name)
				}
				return failure.HideIn(name)
			})
		}
	}
	return shown
}

// redacted hides secrets in a text by hide, and in the members of an object by what hideIn says for each. What holds no
// secret stays as it is.
func redacted(value jsontext.Value, hide func(string) string, hideIn func(name string) func(string) string) jsontext.Value {
	switch value.Kind() {
	case '"':
		var text string
		if json.Unmarshal(value, &text) == nil && text != "" && hide(text) != text {
			value, _ = json.Marshal(hide(text))
		}
	case '{':
		// Reading the data source has taken it apart before.
		object, _ := parseObject(value, lenient...)
		for i, member := range object.members {
			object.members[i].value = redacted(member.value, hideIn(member.name), failure.HideIn)
		}
		value, _ = object.MarshalJSON()
	case '[':
		var list []jsontext.Value
		_ = json.Unmarshal(value, &list)
		for i := range list {
			list[i] = redacted(list[i], hide, failure.HideIn)
		}
		value, _ = json.Marshal(list)
	}
	return value
}
