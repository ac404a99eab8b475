package azure

import "net/http"

// PlainText is what an answer in no known envelope says, without its markup.
func PlainText(body []byte) string {
	return htmlTag.ReplaceAllString(string(body[:min(len(body), 4000)]), " ")
}

// RetryAfter reads how many seconds an answer asks to wait; otherwise when it doesn't say.
func RetryAfter(header http.Header, otherwise int) int { return retryAfter(header, otherwise) }
