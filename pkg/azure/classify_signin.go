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

// signInFailure is one class of failed authentication. All are answered with 502: on a 401 Grafana would sign the user out.
type signInFailure struct {
	code, message, hint string
}

var (
	secretWrong = signInFailure{"sign_in_secret_wrong", "Microsoft Entra ID rejected the client secret.",
		"Enter the secret's value (not its ID) on the configuration page. Azure shows the value only once, when you create the secret."}
	secretExpired = signInFailure{"sign_in_secret_expired", "The client secret has expired.",
		"Create a new secret in the app registration under Certificates & secrets, and enter it on the configuration page."}
	appUnknown = signInFailure{"sign_in_app_unknown", "No application with this client ID exists in the tenant.",
		"Compare the client ID and tenant ID with the overview page of the app registration."}
	tenantUnknown = signInFailure{"sign_in_tenant_unknown", "No tenant with this ID exists.",
		"Compare the tenant ID with the overview page of Microsoft Entra ID."}
	certificateInvalid = signInFailure{"sign_in_certificate_invalid", "Authentication with the certificate failed.",
		"Check that the certificate and private key match, that the certificate hasn't expired, and that it's uploaded to the app registration."}
	signInRefused = signInFailure{"sign_in_refused", "Microsoft Entra ID rejected the authentication request.",
		"The details from Microsoft Entra ID explain why. For a federated credential, the issuer, subject, and audience must match exactly."}
	signInUnreachable = signInFailure{"sign_in_unreachable", "The authentication service is unavailable or can't be reached.",
		"Check that the Grafana server can connect to it, directly or through a proxy, then try again."}
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

// withoutAnswer sorts an authentication that ended before any answer: the network, the host's identity service, a token file.
func withoutAnswer(ctx context.Context, identity Identity, err error) error {
	text := innermost(err)
	class := signInUnreachable
	switch {
	case ctx.Err() != nil:
		text = "timed out"
	case strings.Contains(text, "no client ID specified"), strings.Contains(text, "no tenant ID specified"), strings.Contains(text, "no token file specified"):
		class = signInFailure{"sign_in_method_disabled", "Workload identity isn't set up on the Grafana server.",
			"Set the environment variables of Azure workload identity on the server, and add this plugin to forward_settings_to_plugins in the [azure] section."}
	case strings.Contains(text, "no such file"), strings.Contains(text, "permission denied"):
		class = signInFailure{"sign_in_refused", "The federated token file can't be read.",
			"Check that the token is mounted at the path in AZURE_FEDERATED_TOKEN_FILE, and that Grafana has permission to read it."}
	case strings.Contains(text, "x509: "):
		class.hint = "The Grafana server doesn't trust the certificate of " + identity.Cloud.authority.Host + ". Add the certificate authority that issued it to the trust store of the server."
	case identity.usesHost():
		class.message = "The managed identity of the Grafana server can't be used."
		class.hint = "Check that Grafana runs in Azure, that this identity is assigned to its host, and that this plugin is listed in forward_settings_to_plugins."
	}
	return class.error(text, identity)
}

func (f signInFailure) error(cause string, identity Identity) *failure.Error {
	return &failure.Error{
		Status: http.StatusBadGateway, Code: f.code, Message: f.message, Hint: f.hint,
		Cause: failure.Scrub(cause, identity.secrets()...),
	}
}
