package azure

import (
	"regexp"
	"slices"
	"strings"
)

// requestCode is the code that the front end puts into request messages, such as MPE-7K3M-X9QT.
var requestCode = regexp.MustCompile(`(?i)MPE-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}`)

// CodesIn lists the request codes in a text, in upper case, without repetitions and parts of longer words.
func CodesIn(text string) []string {
	var codes []string
	for _, at := range requestCode.FindAllStringIndex(text, -1) {
		before, after := text[:at[0]], text[at[1]:]
		code := strings.ToUpper(text[at[0]:at[1]])
		if !endsInWord(before) && !startsInWord(after) && !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	return codes
}

func endsInWord(text string) bool   { return text != "" && isWordByte(text[len(text)-1]) }
func startsInWord(text string) bool { return text != "" && isWordByte(text[0]) }
func isWordByte(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}
