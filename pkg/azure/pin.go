package azure

import (
	"net/http"
	"net/url"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// pin lets requests through to one origin only. It stands twice in a pipeline: as a policy before a token is asked
// for, and as the transport, where nothing the pipeline does in between can get past it.
type pin struct {
	allowed origin
	client  *http.Client
}

var (
	_ policy.Transporter = pin{}
	_ policy.Policy      = pinPolicy{}
)

func (p pin) check(u *url.URL) error {
	if originOf(u) == p.allowed && u.User == nil {
		return nil
	}
	return &failure.Error{
		Status:  http.StatusBadGateway,
		Code:    "azure_bad_answer",
		Message: "Azure's response links to a host that isn't allowed.",
		Cause:   "expected " + string(p.allowed) + ", got " + string(originOf(u)),
		Hint:    "Check whether a proxy between Grafana and Azure modifies responses, and check the URLs of the cloud in Grafana's Azure settings.",
	}
}

// Do sends the request when it goes to the pinned origin.
func (p pin) Do(req *http.Request) (*http.Response, error) {
	if err := p.check(req.URL); err != nil {
		return nil, err
	}
	// #nosec G704 -- the host was compared with the one that is allowed, just above.
	return p.client.Do(req)
}

type pinPolicy struct{ pin }

func (p pinPolicy) Do(req *policy.Request) (*http.Response, error) {
	if err := p.check(req.Raw().URL); err != nil {
		return nil, err
	}
	return req.Next()
}
