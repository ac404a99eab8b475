package azure

import "time"

// Bounds for everything that comes from outside. Tests make them smaller.
type Limits struct {
	// Try is the longest that one attempt at one request may take.
	Try time.Duration
	// Call is the longest that one answer to the browser may take, retries and all pages included.
	Call time.Duration
	// RetryDelay is the pause before the first repetition of a read; it doubles.
	RetryDelay time.Duration
	// MaxRetryDelay is the longest pause: a longer Retry-After is handed to the caller, not slept through.
	MaxRetryDelay time.Duration
	// Retries is how many reads may be tried again within a minute, all together: where everything fails, they would only
	// add to the load.
	Retries int
	// Refused is how long a refused identity is remembered, instead of being tried for each request.
	Refused time.Duration
	// Shared is how long one read serves all who ask.
	Shared time.Duration
	// Body is the most bytes that are read of one answer.
	Body int64
	// List is the most bytes that are read of one list, all pages together.
	List int64
	// Pages is the most pages that are read of one list.
	Pages int
}

// DefaultLimits leave room for 10,000 endpoints, and end before Grafana's own proxies give up (60 s is common).
var DefaultLimits = Limits{
	Try:           20 * time.Second,
	Call:          50 * time.Second,
	RetryDelay:    400 * time.Millisecond,
	MaxRetryDelay: 3 * time.Second,
	Retries:       60,
	Refused:       5 * time.Second,
	Shared:        2 * time.Second,
	Body:          16 << 20,
	List:          64 << 20,
	Pages:         200,
}
