package azure

import (
	"context"
	"errors"
	"net/http"
	"regexp"
	"strings"

	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// signInFailure is one class of failed sign-in. All are answered with 502: on a 401 Grafana would sign the user out.
type signInFailure struct {
	code, message, hint string
}

var (
	secretWrong = signInFailure{"sign_in_secret_wrong", "Entra did not accept the client secret.",
		"Enter the secret's value (not its id) on the configuration page; it is shown only once, when it is made."}
	secretExpired = signInFailure{"sign_in_secret_expired", "The client secret has expired.",
		"Make a new one in the app registration under Certificates & secrets, and enter it on the configuration page."}
	appUnknown = signInFailure{"sign_in_app_unknown", "Entra knows no application with this client id in this tenant.",
		"Compare client id and tenant id with the app registration's overview."}
	tenantUnknown = signInFailure{"sign_in_tenant_unknown", "Entra knows no tenant with this id.",
		"Compare the tenant id with the overview of Microsoft Entra ID."}
	certificateInvalid = signInFailure{"sign_in_certificate_invalid", "The certificate could not be used to sign in.",
		"Check that certificate and private key belong together, that the certificate hasn't expired, and that it is uploaded in the app registration."}
	signInRefused = signInFailure{"sign_in_refused", "Entra refused the sign-in.",
		"Entra's own words say why. With a federated credential, issuer, subject and audience must match exactly."}
	signInUnreachable = signInFailure{"sign_in_unreachable", "The sign-in service could not be reached or didn't answer.",
		"Check that Grafana's server may connect to it, directly or through its proxy, then try again."}
)

// Entra's error numbers: Microsoft Learn, "Microsoft Entra authentication and authorization error codes".
var signInNumbers = map[string]signInFailure{
	"7000215": secretWrong, "7000216": secretWrong, "7000222": secretExpired,
	"700016": appUnknown, "7000112": signInRefused,
	"90002": tenantUnknown, "900023": tenantUnknown, "900021": tenantUnknown,
	"700027": certificateInvalid, "700030": certificateInvalid, "1000502": certificateInvalid,
	"90033": signInUnreachable,
}

var entraNumber = regexp.MustCompile(`AADSTS(\d+)`)

func classifySignIn(ctx context.Context, identity Identity, err error) error {
	if known, ok := errors.AsType[*failure.Error](err); ok {
		return known
	}
	if errors.Is(ctx.Err(), context.Canceled) {
		return ended(ctx, operation{})
	}
	if errors.Is(err, errCertificate) {
		return certificateInvalid.error(err.Error(), identity)
	}
	refused, ok := errors.AsType[*azidentity.AuthenticationFailedError](err)
	if !ok || refused.RawResponse == nil {
		return withoutAnswer(ctx, identity, err)
	}
	resp := refused.RawResponse
	upstream := readUpstreamError(resp)
	class := signInRefused
	if resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode >= 500 {
		class = signInUnreachable
	}
	if number := entraNumber.FindStringSubmatch(upstream.String()); number != nil {
		if known, ok := signInNumbers[number[1]]; ok {
			class = known
		}
	}
	e := class.error(upstream.String(), identity)
	e.RequestID, e.RetryAfter = requestID(resp.Header), retryAfter(resp.Header, 0)
	return e
}

// withoutAnswer sorts a sign-in that ended before any answer: the network, the host's identity service, a token file.
func withoutAnswer(ctx context.Context, identity Identity, err error) error {
	text := innermost(err)
	class := signInUnreachable
	switch {
	case ctx.Err() != nil:
		text = "no answer in time"
	case strings.Contains(text, "no client ID specified"), strings.Contains(text, "no tenant ID specified"), strings.Contains(text, "no token file specified"):
		class = signInFailure{"sign_in_method_disabled", "Workload identity isn't set up on Grafana's server.",
			"The server needs the variables of Azure workload identity, and this plugin must be named in forward_settings_to_plugins of the [azure] section."}
	case strings.Contains(text, "no such file"), strings.Contains(text, "permission denied"):
		class = signInFailure{"sign_in_refused", "The federated token's file can't be read.",
			"Check that the token is mounted where AZURE_FEDERATED_TOKEN_FILE says and that Grafana may read it."}
	case strings.Contains(text, "x509: "):
		class.hint = "Grafana's server doesn't trust the certificate of " + identity.Cloud.authority.Host + ". Add its certificate authority to the server's trust store."
	case identity.usesHost():
		class.message = "The managed identity of Grafana's server can't be used."
		class.hint = "Check that Grafana runs in Azure, that the machine has this identity, and that the plugin gets the host's variables (forward_settings_to_plugins)."
	}
	return class.error(text, identity)
}

func (f signInFailure) error(cause string, identity Identity) *failure.Error {
	return &failure.Error{
		Status: http.StatusBadGateway, Code: f.code, Message: f.message, Hint: f.hint,
		Cause: failure.Scrub(cause, identity.secrets()...),
	}
}
