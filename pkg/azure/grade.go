package azure

import (
	"regexp"
	"slices"
	"strings"
)

// GradedConnection says how sure it is that a connection belongs to our endpoint.
type GradedConnection struct {
	Connection
	// Grade is certain, likely or none.
	Grade  string `json:"grade"`
	Reason string `json:"reason"`
}

// requestCode is the code that the front end puts into request messages, such as MPE-7K3M-X9QT.
var requestCode = regexp.MustCompile(`(?i)MPE-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}`)

// codesIn lists the request codes in a text, in upper case, without repetitions and parts of longer words.
func codesIn(text string) []string {
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

// GradeAll compares a target's connections with an endpoint, best first. Only a certain match may make anything happen, and
// two that could be certain are neither. Likely rests on a habit of Azure that several users saw and nobody documents:
// the private endpoint is named grafana-<workspace>-<endpoint>.
func GradeAll(connections []Connection, workspace WorkspaceID, endpoint Endpoint) []GradedConnection {
	var own string
	if codes := codesIn(endpoint.RequestMessage); len(codes) == 1 {
		own = codes[0]
	}
	var graded []GradedConnection
	certain := 0
	for _, connection := range connections {
		one := gradeOne(connection, own, workspace, endpoint)
		if one.Grade == "certain" {
			certain++
		}
		graded = append(graded, one)
	}
	for i := range graded {
		if certain > 1 && graded[i].Grade == "certain" {
			graded[i].Grade = "likely"
			graded[i].Reason += " The description of another connection contains it too."
		}
	}
	rank := []string{"certain", "likely", "none"}
	slices.SortStableFunc(graded, func(a, b GradedConnection) int {
		return slices.Index(rank, a.Grade) - slices.Index(rank, b.Grade)
	})
	return graded
}

func gradeOne(connection Connection, own string, workspace WorkspaceID, endpoint Endpoint) GradedConnection {
	peer := connection.PrivateEndpointID[strings.LastIndexByte(connection.PrivateEndpointID, '/')+1:]
	message := strings.TrimSpace(endpoint.RequestMessage)
	switch {
	case own != "" && slices.Contains(codesIn(connection.Description), own):
		return GradedConnection{connection, "certain", "Its description contains the request code " + own + "."}
	case strings.EqualFold(peer, "grafana-"+workspace.Name+"-"+endpoint.Name):
		return GradedConnection{connection, "likely", "The connection name follows Azure's usual pattern."}
	case message != "" && strings.TrimSpace(connection.Description) == message:
		return GradedConnection{connection, "likely", "Its description is the request message, which has no request code."}
	}
	return GradedConnection{connection, "none", "It doesn't match this endpoint."}
}
