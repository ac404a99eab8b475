package azure

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/grafana/grafana-azure-sdk-go/v2/azcredentials"
)

// Identity is who signs in, and to which cloud.
type Identity struct {
	Cloud       Cloud
	Credentials azcredentials.AzureCredentials
	// TokenFile is the federated token's path for workload identity; empty means azidentity's own default.
	TokenFile string
}

// key identifies an identity without holding its secrets.
func (i Identity) key() string {
	sum := sha256.Sum256([]byte(fmt.Sprintf("%s\n%s\n%s\n%s\n%#v",
		i.Cloud.authority, i.Cloud.resourceManager, i.TokenFile, i.Credentials.AzureAuthType(), i.Credentials)))
	return hex.EncodeToString(sum[:])
}

// secrets lists what must never be seen in a text.
func (i Identity) secrets() []string {
	switch c := i.Credentials.(type) {
	case *azcredentials.AzureClientSecretCredentials:
		return []string{c.ClientSecret}
	case *azcredentials.AzureClientCertificateCredentials:
		return []string{c.PrivateKey, c.CertificatePassword, c.ClientCertificate}
	}
	return nil
}

// usesHost is true when the token comes from the machine that Grafana runs on.
func (i Identity) usesHost() bool {
	_, ok := i.Credentials.(*azcredentials.AzureManagedIdentityCredentials)
	return ok
}
