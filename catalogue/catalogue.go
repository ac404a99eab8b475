// Package catalogue holds the facts about Azure and Grafana that backend and front end share. Each stands once, in a JSON
// file beside this one, which TypeScript imports too. Every file decodes strictly: an unknown member is an error.
package catalogue

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"slices"
	"strings"
)

// TargetKind is one type of private link resource that an endpoint can connect to. Sources: Microsoft Learn, "Connect to a
// data source privately" and "Azure Private Endpoint private DNS zone values"; API versions: the providers' published
// specifications and SDKs and, for Microsoft.Monitor, whose connections aren't in them, configurations in public use.
type TargetKind struct {
	Title        string   `json:"title"`
	ResourceType string   `json:"resourceType"`
	OtherTypes   []string `json:"otherTypes"`
	// ArmKind is the kind that the resource must have, where its type holds more than one.
	ArmKind string `json:"armKind"`
	// APIVersion reads the resource, its sub-resources and its connections, and approves or rejects these.
	APIVersion string `json:"apiVersion"`
	// CLI is how Azure CLI decides on a connection: network (the general command), privateLinkService, or rest (none).
	CLI string `json:"cli"`
	// Approval is documented where the provider's specification has the call that decides on a connection, or probable where
	// configurations in public use have it alone.
	Approval string `json:"approval"`
	// ListsSubResources is false where there is no privateLinkResources list.
	ListsSubResources bool          `json:"listsSubResources"`
	SubResources      []SubResource `json:"subResources"`
	// Address is where a data source's address comes from: endpoint (its domain name or private IP), service (the
	// service's own public name, which resolves privately) or none.
	Address string `json:"address"`
	// Hosts are the names that clients use. {name} and {region} come from the resource, {any} and {zone} (one label) only
	// Azure knows, one with {alias} may lead to another resource too, which Aliases names, and one with {public} leads past
	// private endpoints.
	Hosts   []string `json:"hosts"`
	Aliases string   `json:"aliases"`
	// HostProperties are paths below the resource's properties that tell its own hosts; a list on the way is walked.
	HostProperties []string `json:"hostProperties"`
	// Port is the one that clients use, or 0 where it is the admin's own.
	Port int `json:"port"`
	// TLS is required, or own where the admin decides.
	TLS             string         `json:"tls"`
	DataSourceTypes []string       `json:"dataSourceTypes"`
	Prerequisites   []Prerequisite `json:"prerequisites"`
	// InHowTo is true for the ten of Microsoft's guide of February 2024.
	InHowTo bool `json:"inHowTo"`
	// ByIDOnly kinds are known and not offered: Microsoft lists them nowhere.
	ByIDOnly bool   `json:"byIdOnly"`
	Source   string `json:"source"`
	// Checked is the day on which the entry was last checked.
	Checked string `json:"checked"`
}

// Service is what a sub-resource of a type outside the kinds leads to. Source: Microsoft's public table of private DNS zones.
type Service struct {
	ResourceType string   `json:"resourceType"`
	GroupID      string   `json:"groupId"`
	Title        string   `json:"title"`
	Hosts        []string `json:"hosts"`
	Port         int      `json:"port"`
	// DataSourceTypes is empty where nobody says.
	DataSourceTypes []string `json:"dataSourceTypes"`
}

// SubResource is a group id with its exact casing, which some services heed.
type SubResource struct {
	GroupID string `json:"groupId"`
	Title   string `json:"title"`
}

// Prerequisite is what to look at before an endpoint is created; documented by the vendor, or only probable.
type Prerequisite struct {
	Text      string `json:"text"`
	Certainty string `json:"certainty"`
}

// DataSourceType is where one type of data source keeps its address; without a field it has none. Source: Grafana's public
// registry of data source configuration, or what the entry names.
type DataSourceType struct {
	Title string `json:"title"`
	// AliasOf is the type of which this id is an older name.
	AliasOf string `json:"aliasOf"`
	// Field is url, or jsonData. and a key; LegacyField is where older versions kept it.
	Field       string `json:"field"`
	LegacyField string `json:"legacyField"`
	// Only are settings in jsonData that must be so, or empty where they are empty here, for the field to hold the address.
	Only map[string]any `json:"only"`
	// Shape is url, origin, hostPort, mssql, host, connectionString, redis or broker.
	Shape string `json:"shape"`
	// Suffix is what the plugin adds to the text to make a host of it.
	Suffix string `json:"suffix"`
	// AlsoIn is a list of URLs that must name the same host.
	AlsoIn string `json:"alsoIn"`
	// Port is the usual port, TLSPort the one of a scheme with TLS.
	Port    int `json:"port"`
	TLSPort int `json:"tlsPort"`
	// PortBeside are the usual ports of a type that keeps its port in jsonData.port and switches TLS beside it.
	PortBeside *PortBeside `json:"portBeside"`
	// TLS names what switches it on: scheme, options of the address, or the settings sslmode, certificates, tlsAuth, encrypt,
	// secure or, off, tlsDisabled; else always or unknown.
	TLS string `json:"tls"`
	// PasteOnly types are never written.
	PasteOnly bool `json:"pasteOnly"`
	// SilentHealth is there where a failed health check keeps the reason to the log of Grafana's server, while any query
	// tells it (Grafana 12.3, healthcheck.go in pkg/tsdb/loki and pkg/tsdb/elasticsearch).
	SilentHealth *SilentHealth `json:"silentHealth"`
	Source       string        `json:"source"`
}

// SilentHealth is how such a health answer begins, and the smallest query that makes the plugin ask its store.
type SilentHealth struct {
	Says  string         `json:"says"`
	Query map[string]any `json:"query"`
}

// PortBeside are the usual ports without and with TLS.
type PortBeside struct {
	Plain int `json:"plain"`
	TLS   int `json:"tls"`
}

// Action is what Azure checks for one thing that the plugin does, with a built-in role that has it. Source: Microsoft
// Learn, permissions of Microsoft.Dashboard and built-in roles for monitoring.
type Action struct {
	Action string `json:"action"`
	Role   string `json:"role"`
	// Scope is workspace, resourceGroup (the workspace's), subscription or targets.
	Scope string `json:"scope"`
	// Title completes "permission to …"; only for permissions that are checked beforehand, as the members below.
	Title string `json:"title"`
	// Documented is false where the published list of operations doesn't name the action. Perhaps are those of the list
	// that may stand for it: holding one proves nothing either way.
	Documented bool     `json:"documented"`
	Perhaps    []string `json:"perhaps"`
}

// ErrorCode says what to make of a failure.
type ErrorCode struct {
	// Outcome is unknown where a change may have happened all the same.
	Outcome string `json:"outcome"`
	// Fix is settings where the cause is fixed on the configuration page.
	Fix string `json:"fix"`
	// From is browser for failures of which the backend knows nothing.
	From string `json:"from"`
}

// Secrets are the names and shapes of what must not be shown or logged, in lower case.
type Secrets struct {
	// Names hold a secret wherever they stand: in addresses, settings, JSON and texts.
	Names []string `json:"names"`
	// Options do in the options of an address only: elsewhere the words mean something else.
	Options []string `json:"options"`
	// Signatures do in the queries of Azure's status addresses.
	Signatures []string `json:"signatures"`
	// Shapes are regular expressions of secrets that show what they are, whatever their casing.
	Shapes []string `json:"shapes"`
}

// Facts are those of one value each.
type Facts struct {
	// DashboardAPIVersion is the newest stable one of Microsoft.Dashboard; endpoints read the same since 2023-09-01.
	DashboardAPIVersion string `json:"dashboardApiVersion"`
	// PrivateEndpointName is how Azure names the private endpoint of a {workspace}'s {endpoint}: several users saw it and
	// nobody documents it.
	PrivateEndpointName string `json:"privateEndpointName"`
	// MissingPluginIDs are the messageIds of Grafana's answer for a plugin that has no health check, or no backend that could
	// run one.
	MissingPluginIDs []string `json:"missingPluginIds"`
}

var (
	//go:embed targetKinds.json
	targetKinds []byte
	//go:embed services.json
	services []byte
	//go:embed dataSourceTypes.json
	dataSourceTypes []byte
	//go:embed actions.json
	actions []byte
	//go:embed errorCodes.json
	errorCodes []byte
	//go:embed secretNames.json
	secretNames []byte
	//go:embed constants.json
	constants []byte
)

var (
	// TargetKinds are keyed as in the front end.
	TargetKinds = decoded[map[string]TargetKind](targetKinds)
	// DataSourceTypes are keyed by plugin id.
	DataSourceTypes = decoded[struct {
		Source  string                    `json:"source"`
		Checked string                    `json:"checked"`
		Types   map[string]DataSourceType `json:"types"`
	}](dataSourceTypes).Types
	// ErrorCodes are all that backend and browser answer with.
	ErrorCodes = decoded[map[string]ErrorCode](errorCodes)
	// SecretNames is the one table of secrets.
	SecretNames = decoded[Secrets](secretNames)
	// Constants are what has no table of its own.
	Constants = decoded[Facts](constants)

	allActions = decoded[struct {
		Permissions    map[string]Action `json:"permissions"`
		Others         map[string]Action `json:"others"`
		LeastPrivilege []string          `json:"leastPrivilege"`
	}](actions)
	otherServices = decoded[struct {
		Source   string    `json:"source"`
		Checked  string    `json:"checked"`
		Services []Service `json:"services"`
	}](services).Services
	kindOfType = kindsByType()
)

// KindOfType is the kind of a resource type, whatever its casing.
func KindOfType(resourceType string) (TargetKind, bool) {
	kind, ok := kindOfType[strings.ToLower(resourceType)]
	return kind, ok
}

// ServiceHosts are the patterns of the host names that an Azure service has of its own, by what the sub-resources of an
// endpoint lead to; false where data sources use the endpoint's own name or IP.
func ServiceHosts(resourceType string, subResources []string) (patterns []string, ok bool) {
	named := slices.DeleteFunc(slices.Clone(subResources), func(name string) bool { return name == "" })
	leadsTo := func(groupID string) bool {
		return len(named) == 0 || slices.ContainsFunc(named, func(name string) bool { return strings.EqualFold(name, groupID) })
	}
	kind, known := KindOfType(resourceType)
	if known && kind.Address != "service" {
		return nil, kind.Address != "endpoint"
	}
	if slices.ContainsFunc(kind.SubResources, func(own SubResource) bool { return leadsTo(own.GroupID) }) {
		return kind.Hosts, true
	}
	for _, other := range otherServices {
		if strings.EqualFold(other.ResourceType, resourceType) && leadsTo(other.GroupID) {
			patterns = append(patterns, other.Hosts...)
		}
	}
	return patterns, known || patterns != nil
}

// TypeOf is the entry of a data source type; an older name has that of the newer one.
func TypeOf(dataSourceType string) (DataSourceType, bool) {
	entry, ok := DataSourceTypes[dataSourceType]
	if entry.AliasOf != "" {
		entry, ok = DataSourceTypes[entry.AliasOf]
	}
	return entry, ok
}

// ActionOf is what the thing with this key needs. A key that isn't there is a mistake of this program's.
func ActionOf(key string) Action {
	if action, ok := allActions.Permissions[key]; ok {
		return action
	}
	if action, ok := allActions.Others[key]; ok {
		return action
	}
	panic("catalogue: no action " + key)
}

func kindsByType() map[string]TargetKind {
	byType := map[string]TargetKind{}
	for _, kind := range TargetKinds {
		for _, resourceType := range append(kind.OtherTypes, kind.ResourceType) {
			byType[strings.ToLower(resourceType)] = kind
		}
	}
	return byType
}

func decoded[T any](file []byte) T {
	var value T
	decoder := json.NewDecoder(bytes.NewReader(file))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&value); err != nil {
		panic("catalogue: " + err.Error())
	}
	return value
}
