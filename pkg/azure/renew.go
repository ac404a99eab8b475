package azure

import (
	"net/http"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"
)

// renewToken signs in anew, once, when Resource Manager refuses a token that looked valid here: it was revoked, or
// the clocks differ. A change to one resource isn't sent again: it was decided on what was read before, and signing in
// takes its time. The next attempt has a fresh token.
type renewToken struct {
	credential *signIn
	refused    *refusals
	// refusal is what is remembered.
	refusal error
}

func (r renewToken) Do(req *policy.Request) (*http.Response, error) {
	if err := r.refused.known(); err != nil {
		return nil, err
	}
	again := req.Clone(req.Raw().Context())
	resp, err := req.Next()
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	r.credential.forget()
	if method := req.Raw().Method; method != http.MethodGet && method != http.MethodPost {
		return resp, nil
	}
	runtime.Drain(resp)
	if err := again.RewindBody(); err != nil {
		return nil, err
	}
	resp, err = again.Next()
	if err == nil && resp.StatusCode == http.StatusUnauthorized {
		r.refused.note(r.refusal, r.credential.limits.Refused)
	}
	return resp, err
}
