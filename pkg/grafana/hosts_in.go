package grafana

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/address"
)

// WithHostIn returns a copy with one host replaced by another in a list of URLs, such as jsonData.allowedHosts. Where the
// list names the new host already it stays, so that the way back gives the same list again. The front end does the same
// (src/domain/address/allowedHosts.ts).
func (d DataSource) WithHostIn(field, from, to string) DataSource {
	top, key, _ := strings.Cut(field, ".")
	object, err := parseObject(d.raw(top))
	if err != nil || key == "" {
		return d
	}
	var list []jsontext.Value
	if json.Unmarshal(object.raw(key), &list) != nil || slices.ContainsFunc(list, func(entry jsontext.Value) bool { return urlOf(entry).Host == to }) {
		return d
	}
	changed := false
	for i, entry := range list {
		// As Infinity compares them: by their spelling.
		if parts := urlOf(entry); parts.Host == from {
			parts.Host, changed = to, true
			list[i], _ = json.Marshal(parts.String())
		}
	}
	if !changed {
		return d
	}
	value, _ := json.Marshal(list)
	inner, _ := object.with(key, value).MarshalJSON()
	return d.with(top, inner)
}

func urlOf(entry jsontext.Value) address.Parts {
	var text string
	if json.Unmarshal(entry, &text) != nil {
		return address.Parts{}
	}
	parts, ok := address.Split("url", text)
	if !ok {
		return address.Parts{}
	}
	return parts
}

// Has tells whether settings in jsonData are as wanted, or empty where that is wanted.
func (d DataSource) Has(only map[string]any) bool {
	var settings map[string]any
	_ = json.Unmarshal(d.raw("jsonData"), &settings)
	for name, wanted := range only {
		if settings[name] != wanted && !(isEmpty(settings[name]) && isEmpty(wanted)) {
			return false
		}
	}
	return true
}

func isEmpty(value any) bool {
	return value == nil || value == false || value == "" || value == float64(0)
}
