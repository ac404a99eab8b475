package azure

import (
	"context"
	"errors"
	"net"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
)

// isTimeout is true for an attempt that took too long, wherever the clock ran out.
func isTimeout(err error) bool {
	timeout, ok := errors.AsType[net.Error](err)
	return ok && timeout.Timeout() || errors.Is(err, context.DeadlineExceeded)
}

var retriedStatuses = []int{
	http.StatusRequestTimeout, http.StatusTooManyRequests, http.StatusInternalServerError,
	http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout,
}

// shouldRetry is the SDK's rule, but an answer that is too large isn't downloaded again, and one that took too long isn't
// waited for again: the person who asked is waiting too.
func shouldRetry(resp *http.Response, err error) bool {
	if err != nil {
		return !errors.Is(err, httpclient.ErrResponseBodyTooLarge) && !isTimeout(err)
	}
	return slices.Contains(retriedStatuses, resp.StatusCode)
}

// readRetries are those of reads: one, while the budget lasts. The SDK asks after the last attempt too, so each read that
// fails to the end takes two.
func (l Limits) readRetries(budget *retryBudget) policy.RetryOptions {
	return policy.RetryOptions{MaxRetries: 1, TryTimeout: l.Try, RetryDelay: l.RetryDelay, MaxRetryDelay: l.MaxRetryDelay,
		ShouldRetry: func(resp *http.Response, err error) bool { return shouldRetry(resp, err) && budget.take(2*l.Retries) }}
}

// maxWait is the longest wait that is handed on, in seconds: whatever an answer asks, trying after an hour hurts nobody.
const maxWait = 3600

// retryAfter reads how long an answer asks to wait, in whole seconds rounded up; otherwise when it doesn't say.
func retryAfter(header http.Header, otherwise int) int {
	return min(askedWait(header, otherwise), maxWait)
}

func askedWait(header http.Header, otherwise int) int {
	for _, name := range []string{"Retry-After-Ms", "X-Ms-Retry-After-Ms"} {
		if ms, err := strconv.Atoi(header.Get(name)); err == nil && ms > 0 {
			return (ms-1)/1000 + 1
		}
	}
	text := header.Get("Retry-After")
	if seconds, err := strconv.Atoi(text); err == nil && seconds > 0 {
		return seconds
	}
	if moment, err := http.ParseTime(text); err == nil {
		if wait := time.Until(moment); wait > 0 {
			return int(wait.Seconds()) + 1
		}
	}
	return otherwise
}
