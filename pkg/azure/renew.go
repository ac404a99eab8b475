package azure

import (
	"net/http"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"
)

// renewToken signs in anew, once, when Resource Manager refuses a token that looked valid here: it was revoked, or
// the clocks differ. A refused request has changed nothing, so sending it again is safe for writes too.
type renewToken struct{ credential *signIn }

func (r renewToken) Do(req *policy.Request) (*http.Response, error) {
	again := req.Clone(req.Raw().Context())
	resp, err := req.Next()
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	runtime.Drain(resp)
	r.credential.forget()
	if err := again.RewindBody(); err != nil {
		return nil, err
	}
	return again.Next()
}
