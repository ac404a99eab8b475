package azure

import (
	"encoding/base64"
	"errors"
	"net/http"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
	"github.com/grafana/grafana-azure-sdk-go/v2/azcredentials"
	"software.sslmate.com/src/go-pkcs12"
)

// newTokenSource makes the azidentity credential for what the admin configured. Grafana's own token provider isn't
// used: its transport can't be replaced, so redirects, limits and the pinned host would not hold for authentication, and in
// a custom cloud it asks login.microsoftonline.com about the authority first.
func newTokenSource(identity Identity, client *http.Client, limits Limits) (azcore.TokenCredential, error) {
	options := policy.ClientOptions{
		Cloud: identity.Cloud.configuration(),
		Retry: policy.RetryOptions{MaxRetries: 1, RetryDelay: limits.RetryDelay, MaxRetryDelay: limits.MaxRetryDelay, TryTimeout: limits.Try},
		Transport: pin{
			allowed: originOf(identity.Cloud.authority),
			client:  client,
		},
	}
	closed := identity.Cloud.Custom
	switch c := identity.Credentials.(type) {
	case *azcredentials.AzureClientSecretCredentials:
		return azidentity.NewClientSecretCredential(c.TenantId, c.ClientId, c.ClientSecret,
			&azidentity.ClientSecretCredentialOptions{ClientOptions: options, DisableInstanceDiscovery: closed})
	case *azcredentials.AzureClientCertificateCredentials:
		return newCertificateSource(c, options, closed)
	case *azcredentials.AzureWorkloadIdentityCredentials:
		return azidentity.NewWorkloadIdentityCredential(&azidentity.WorkloadIdentityCredentialOptions{
			ClientOptions: options, DisableInstanceDiscovery: closed,
			TenantID: c.TenantId, ClientID: c.ClientId, TokenFilePath: identity.TokenFile,
		})
	case *azcredentials.AzureManagedIdentityCredentials:
		// The host's environment says where the identity is served; a proxy must not stand between.
		options.Transport = client
		managed := &azidentity.ManagedIdentityCredentialOptions{ClientOptions: options}
		if c.ClientId != "" {
			managed.ID = azidentity.ClientID(c.ClientId)
		}
		return azidentity.NewManagedIdentityCredential(managed)
	}
	return nil, errors.New("unknown authentication method")
}

// errCertificate marks a certificate, key or password that can't be read; its text never quotes them.
var errCertificate = errors.New("the certificate or its private key can't be read")

func newCertificateSource(c *azcredentials.AzureClientCertificateCredentials, options policy.ClientOptions, closed bool) (azcore.TokenCredential, error) {
	certificateOptions := &azidentity.ClientCertificateCredentialOptions{ClientOptions: options, DisableInstanceDiscovery: closed}
	if c.CertificateFormat == "pfx" {
		archive, err := base64.StdEncoding.DecodeString(c.ClientCertificate)
		if err != nil {
			return nil, errCertificate
		}
		key, leaf, chain, err := pkcs12.DecodeChain(archive, c.CertificatePassword)
		if err != nil {
			return nil, errCertificate
		}
		certificates := append(chain[:0:0], leaf)
		return azidentity.NewClientCertificateCredential(c.TenantId, c.ClientId, append(certificates, chain...), key, certificateOptions)
	}
	certificates, key, err := azidentity.ParseCertificates([]byte(c.PrivateKey+"\n"+c.ClientCertificate), nil)
	if err != nil {
		return nil, errCertificate
	}
	source, err := azidentity.NewClientCertificateCredential(c.TenantId, c.ClientId, certificates, key, certificateOptions)
	if err != nil {
		return nil, errCertificate
	}
	return source, nil
}
