package azure

import "strings"

type memberKey struct{ lower, asWritten string }

// usualKeys saves making two strings for each member of each endpoint in a long list. It decides nothing: a key that
// isn't here is read as well.
var usualKeys = func() map[string]memberKey {
	keys := map[string]memberKey{}
	for name := range strings.FieldsSeq(`value nextLink id name type location tags systemData properties provisioningState
		privateLinkResourceId privateLinkResourceRegion groupIds requestMessage privateLinkServiceUrl privateLinkServicePrivateIP
		connectionState status description createdAt createdBy createdByType lastModifiedAt lastModifiedBy lastModifiedByType`) {
		keys[`"`+name+`"`] = memberKey{strings.ToLower(name), name}
	}
	return keys
}()
