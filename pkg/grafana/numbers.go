package grafana

import (
	"bytes"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// UnsafeNumber is a number that JavaScript can't hold: a browser that reads and writes it changes it.
type UnsafeNumber struct {
	// Key it stands under; empty at the top.
	Key string `json:"key"`
	// Text is as written.
	Text string `json:"text"`
}

// UnsafeNumbers finds them anywhere in a data source.
func (d DataSource) UnsafeNumbers() []UnsafeNumber {
	found := []UnsafeNumber{}
	text, err := d.MarshalJSON()
	if err != nil {
		return found
	}
	decoder := jsontext.NewDecoder(bytes.NewReader(text))
	for {
		token, err := decoder.ReadToken()
		if err == io.EOF || err != nil {
			return found
		}
		if token.Kind() == '0' && !held(token.String()) {
			found = append(found, UnsafeNumber{lastKey(decoder.StackPointer()), token.String()})
		}
	}
}

func lastKey(pointer jsontext.Pointer) string {
	for text := string(pointer); text != ""; {
		at := strings.LastIndexByte(text, '/')
		key := jsontext.Pointer(text[at:]).LastToken()
		if _, err := strconv.Atoi(key); err != nil {
			return key
		}
		text = text[:at]
	}
	return ""
}

// held tells whether a 64-bit float writes the same value that was read.
func held(text string) bool {
	number, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(number, 0) {
		return false
	}
	return canonical(text) == canonical(strconv.FormatFloat(number, 'e', -1, 64))
}

// canonical writes a number as its digits without zeros at the ends, and where its point stands.
func canonical(text string) string {
	text, negative := strings.CutPrefix(text, "-")
	mantissa, exponentText, _ := strings.Cut(strings.ToLower(text), "e")
	whole, fraction, _ := strings.Cut(mantissa, ".")
	digits := strings.TrimLeft(whole+fraction, "0")
	short := strings.TrimRight(digits, "0")
	if short == "" {
		return "0"
	}
	exponent, _ := strconv.Atoi(exponentText)
	sign := ""
	if negative {
		sign = "-"
	}
	return sign + short + "e" + strconv.Itoa(exponent-len(fraction)+len(digits))
}
