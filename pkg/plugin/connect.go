package plugin

import (
	"context"
	"os"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
)

// SharedFactory makes the clients of this process. They share connections and tokens.
func SharedFactory() (*azure.Factory, error) { return sharedFactory() }

// Connect makes a client of stored credentials, which the app and its data source keep alike: the members of azureCredentials in
// jsonData, and the secrets beside them. The context is that of a request, which carries Grafana's Azure settings.
func Connect(ctx context.Context, credentials map[string]any, apiVersion string, secrets map[string]string, factory *azure.Factory) (*azure.Client, error) {
	if err := azure.CheckAPIVersion(apiVersion); err != nil {
		return nil, err
	}
	host, err := azure.ReadHostSettings(ctx)
	if err != nil {
		return nil, err
	}
	identity, err := readIdentity(Settings{credentials: credentials}, secrets, host)
	if err != nil {
		return nil, err
	}
	return factory.New(identity, apiVersion)
}

// CheckAllowed refuses a workspace that isn't in the operator's list for this plugin.
func CheckAllowed(workspace azure.WorkspaceID) error {
	return checkAllowed(workspace, os.Getenv(allowedWorkspacesVariable))
}
