package grafana

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// DataSource is a data source as Grafana told it, member by member and byte by byte: it is written back whole, and what
// this plugin doesn't know must come back as it was.
type DataSource struct{ members []member }

type member struct {
	name  string
	value jsontext.Value
}

var errNoObject = errors.New("it isn't a JSON object")

// parseObject reads an object strictly: names that stand twice can't be written back as they were.
func parseObject(body []byte, options ...jsontext.Options) (DataSource, error) {
	var d DataSource
	decoder := jsontext.NewDecoder(bytes.NewReader(body), options...)
	if decoder.PeekKind() != '{' {
		return d, errNoObject
	}
	if _, err := decoder.ReadToken(); err != nil {
		return d, err
	}
	for decoder.PeekKind() == '"' {
		name, err := decoder.ReadToken()
		if err != nil {
			return d, err
		}
		// A token lives until the next read.
		key := name.String()
		value, err := decoder.ReadValue()
		if err != nil {
			return d, err
		}
		d.members = append(d.members, member{key, value.Clone()})
	}
	_, err := decoder.ReadToken()
	return d, err
}

// MarshalJSON writes the members in Grafana's order.
func (d DataSource) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('{')
	for i, m := range d.members {
		if i > 0 {
			out.WriteByte(',')
		}
		name, err := json.Marshal(m.name)
		if err != nil {
			return nil, err
		}
		out.Write(name)
		out.WriteByte(':')
		out.Write(m.value)
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

func (d DataSource) raw(name string) jsontext.Value {
	at := slices.IndexFunc(d.members, func(m member) bool { return m.name == name })
	if at < 0 {
		return nil
	}
	return d.members[at].value
}

// Text reads a member that is a string; empty otherwise.
func (d DataSource) Text(name string) string {
	var text string
	_ = json.Unmarshal(d.raw(name), &text)
	return text
}

// Version is the one that locks a write; 0 when Grafana told none.
func (d DataSource) Version() int64 {
	var version int64
	_ = json.Unmarshal(d.raw("version"), &version)
	return version
}

// ReadOnly is true for one that comes from a provisioning file.
func (d DataSource) ReadOnly() bool { return string(d.raw("readOnly")) == "true" }

// Field reads an address field, such as url or jsonData.host; empty when it is no text.
func (d DataSource) Field(field string) string {
	top, key, inner := strings.Cut(field, ".")
	if !inner {
		return d.Text(top)
	}
	object, err := parseObject(d.raw(top))
	if err != nil {
		return ""
	}
	return object.Text(key)
}

// WithField returns a copy with one existing address field changed and everything else byte for byte as it was.
func (d DataSource) WithField(field, value string) (DataSource, error) {
	top, key, inner := strings.Cut(field, ".")
	if !inner {
		text, err := json.Marshal(value)
		return d.with(top, text), err
	}
	object, err := parseObject(d.raw(top))
	if err != nil {
		return DataSource{}, err
	}
	object, err = object.WithField(key, value)
	if err != nil {
		return DataSource{}, err
	}
	text, err := object.MarshalJSON()
	return d.with(top, text), err
}

func (d DataSource) with(name string, value jsontext.Value) DataSource {
	members := slices.Clone(d.members)
	for i := range members {
		if members[i].name == name {
			members[i].value = value
			return DataSource{members}
		}
	}
	return DataSource{append(members, member{name, value})}
}

// without leaves members out.
func (d DataSource) without(names ...string) DataSource {
	members := slices.DeleteFunc(slices.Clone(d.members), func(m member) bool { return slices.Contains(names, m.name) })
	return DataSource{members}
}
