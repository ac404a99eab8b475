package azure

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestErrorEnvelopes(t *testing.T) {
	for body, want := range map[string]string{
		`{"error":{"code":"A","message":"b"}}`:                        "A: b",
		`{"Error":{"Code":"A","Message":"b","details":[]}}`:           "A: b",
		`{"code":"A","message":"b"}`:                                  "A: b",
		`{"Message":"b"}`:                                             "b",
		`{"error":"invalid_client","error_description":"AADSTS1: x"}`: "invalid_client: AADSTS1: x",
		`<html><style>p{}</style><h1>Bad gateway</h1></html>`:         "Bad gateway",
		`plain`: "plain", ``: "", `{}`: "{}", `{"error":null}`: `{"error":null}`, `[1]`: "[1]",
		`{"error":{"code":7}}`: "7",
		`{"error":{"code":"A","message":"b","innererror":{"code":"B","message":"c","innererror":{"code":"D","message":"d"}}}}`:                                                          "A: b (B: c; D: d)",
		`{"error":{"details":[{"code":"B","message":"c"},{"code":"B","message":"c"},{"message":"d"}],"code":"A","message":"b"}}`:                                                        "A: b (B: c; d)",
		`{"error":{"code":"A","message":"b because c","details":[{"message":"because c"},null,7,{"target":"x"}]}}`:                                                                      "A: b because c",
		`{"error":{"details":[{"message":"only here"}]}}`:                                                                                                                               "only here",
		`{"error":{"code":"A","message":"b","details":[` + strings.Repeat(`{"message":"1"},{"message":"2"},`, 9) + `{"message":"3"},{"message":"4"},{"message":"5"},{"message":"6"}]}}`: "A: b (1; 2; 3; 4; 5)",
	} {
		resp := &http.Response{Body: io.NopCloser(strings.NewReader(body)), Header: http.Header{}}
		require.Equal(t, want, strings.Join(strings.Fields(readUpstreamError(resp).String()), " "), body)
	}
}

func TestRetryAfter(t *testing.T) {
	for header, want := range map[string]int{
		"Retry-After: 7": 7, "Retry-After: 0": 3, "Retry-After: -1": 3, "Retry-After: soon": 3, "": 3,
		"Retry-After-Ms: 1500": 2, "X-Ms-Retry-After-Ms: 10": 1, "Retry-After-Ms: 1000": 1, "Retry-After-Ms: 1001": 2, "Retry-After-Ms: 0": 3,
		"Retry-After: " + time.Now().Add(-time.Hour).UTC().Format(http.TimeFormat): 3,
	} {
		name, value, _ := strings.Cut(header, ": ")
		require.Equal(t, want, retryAfter(http.Header{name: {value}}, 3), header)
	}
	date := time.Now().Add(90 * time.Second).UTC().Format(http.TimeFormat)
	require.InDelta(t, 90, retryAfter(http.Header{"Retry-After": {date}}, 3), 1)
}
