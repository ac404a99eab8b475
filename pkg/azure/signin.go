package azure

import (
	"context"
	"net/http"
	"sync"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
)

// signIn is the credential of one identity. Its errors are classified already, so that failed authentication is never
// taken for an answer of Resource Manager.
type signIn struct {
	identity Identity
	client   *http.Client
	limits   Limits

	mutex  sync.Mutex
	source azcore.TokenCredential

	// refused is by Entra or the host; the others say no to a token that was just issued.
	refused, refusedByManager, refusedByGrafana refusals
}

var _ azcore.TokenCredential = (*signIn)(nil)

// GetToken returns a token from azidentity's cache or from Entra.
func (s *signIn) GetToken(ctx context.Context, options policy.TokenRequestOptions) (azcore.AccessToken, error) {
	if err := s.refused.known(); err != nil {
		return azcore.AccessToken{}, err
	}
	source, err := s.tokenSource()
	if err != nil {
		return azcore.AccessToken{}, classifySignIn(ctx, s.identity, err)
	}
	token, err := source.GetToken(ctx, options)
	if err != nil {
		err = classifySignIn(ctx, s.identity, err)
		// What only other settings mend; a service that can't be reached may answer the next time.
		if code := codeOf(err); catalogue.ErrorCodes[code].Fix == "settings" && code != signInUnreachable.code {
			s.refused.note(err, s.limits.Refused)
		}
		return azcore.AccessToken{}, err
	}
	return token, nil
}

func (s *signIn) tokenSource() (azcore.TokenCredential, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.source == nil {
		source, err := newTokenSource(s.identity, s.client, s.limits)
		if err != nil {
			return nil, err
		}
		s.source = source
	}
	return s.source, nil
}

// forget drops cached tokens: Resource Manager has just refused one that looked valid here.
func (s *signIn) forget() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.source = nil
}
