package azure

import (
	"bytes"
	"maps"
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// decoder walks an answer once. Azure leaves members out, nulls them, spells them in another casing and adds new
// ones; what doesn't fit is kept in extra as it came, and nothing but broken JSON is an error.
type decoder struct {
	*jsontext.Decoder
	extra map[string]jsontext.Value
}

// AsItCame lets JSON through that is broken only in ways a reader can live with: names that stand twice, and bytes that
// are no UTF-8, which become the replacement character. What is kept in extra is written with it too.
var AsItCame = json.JoinOptions(jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))

func newDecoder(body []byte) *decoder {
	return &decoder{Decoder: jsontext.NewDecoder(bytes.NewBuffer(body), AsItCame)}
}

// takeExtra returns what was kept so far and starts anew.
func (d *decoder) takeExtra() map[string]jsontext.Value {
	taken := d.extra
	d.extra = nil
	return taken
}

// object calls member for each member of the object that comes next, by its key in lower case and as written; member
// reads exactly one value. What isn't an object is kept under name.
func (d *decoder) object(name string, member func(lower, key string) error) error {
	if d.PeekKind() != '{' {
		return d.keep(name)
	}
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	for d.PeekKind() == '"' {
		raw, err := d.ReadValue()
		if err != nil {
			return err
		}
		key, ok := usualKeys[string(raw)]
		if !ok {
			// Its error is about bytes that are no UTF-8, which it has replaced by then.
			unquoted, _ := jsontext.AppendUnquote(nil, raw)
			key.asWritten = string(unquoted)
			key.lower = strings.ToLower(key.asWritten)
		}
		if err := member(key.lower, key.asWritten); err != nil {
			return err
		}
	}
	_, err := d.ReadToken()
	return err
}

// array calls item for each item of the array that comes next; what isn't an array is kept under name.
func (d *decoder) array(name string, item func() error) error {
	if d.PeekKind() != '[' {
		return d.keep(name)
	}
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	for d.PeekKind() != ']' && d.PeekKind() != 0 {
		if err := item(); err != nil {
			return err
		}
	}
	_, err := d.ReadToken()
	return err
}

// keep puts the value that comes next into extra. Null says nothing and isn't kept.
func (d *decoder) keep(name string) error {
	value, err := d.ReadValue()
	if err != nil || value.Kind() == 'n' {
		return err
	}
	if d.extra == nil {
		d.extra = map[string]jsontext.Value{}
	}
	if _, taken := d.extra[name]; taken {
		name = "properties." + name
	}
	d.extra[name] = value.Clone()
	return nil
}

// text reads a string; numbers and booleans are taken as they are written.
func (d *decoder) text(name string, into *string) error {
	switch d.PeekKind() {
	case '"':
		token, err := d.ReadToken()
		*into = token.String()
		return err
	case '0', 't', 'f':
		value, err := d.ReadValue()
		*into = string(value)
		return err
	}
	return d.keep(name)
}

// texts reads a list of strings; a single string counts as a list of one. Empty strings are dropped.
func (d *decoder) texts(name string, into *[]string) error {
	one := func() error {
		var text string
		if err := d.text(name, &text); err != nil {
			return err
		}
		if text != "" {
			*into = append(*into, text)
		}
		return nil
	}
	if d.PeekKind() == '"' {
		return one()
	}
	return d.array(name, one)
}

// textMap reads an object whose values are strings, such as tags.
func (d *decoder) textMap(name string, into *map[string]string) error {
	read := map[string]string{}
	err := d.object(name, func(_, key string) error {
		var value string
		err := d.text(name+"."+key, &value)
		read[key] = value
		return err
	})
	if *into == nil {
		*into = map[string]string{}
	}
	maps.Copy(*into, read)
	return err
}

// instant reads a time and writes it as RFC 3339 in UTC.
func (d *decoder) instant(name string, into *string) error {
	if d.PeekKind() != '"' {
		return d.keep(name)
	}
	value, err := d.ReadValue()
	if err != nil {
		return err
	}
	text, err := jsontext.AppendUnquote(nil, value)
	if err != nil {
		return err
	}
	if moment, err := time.Parse(time.RFC3339Nano, string(text)); err == nil {
		*into = moment.UTC().Format(time.RFC3339Nano)
	}
	return nil
}

// number reads a whole number; anything else counts as none.
func (d *decoder) number(into *int) error {
	value, err := d.ReadValue()
	if err == nil && value.Kind() == '0' {
		*into, _ = strconv.Atoi(string(value))
	}
	return err
}

// places say where the members of an object go, by their names in lower case: to a *string, a *[]string, the places of an
// object, or a function that reads exactly one value.
type places map[string]any

// into reads the object that comes next. Members without a place are skipped.
func (d *decoder) into(name string, to places) error {
	return d.object(name, func(lower, key string) error {
		switch place := to[lower].(type) {
		case *string:
			return d.text(key, place)
		case *[]string:
			return d.texts(key, place)
		case places:
			return d.into(key, place)
		case func(key string) error:
			return place(key)
		}
		return d.SkipValue()
	})
}
