package plugin

import (
	"cmp"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// newEndpoint is the body of PUT endpoints/{name}.
type newEndpoint struct {
	TargetID       string            `json:"targetId"`
	TargetRegion   string            `json:"targetRegion"`
	SubResources   []string          `json:"subResources"`
	RequestMessage string            `json:"requestMessage"`
	DomainName     string            `json:"domainName"`
	Tags           map[string]string `json:"tags"`

	target azure.TargetID
}

// seen is the body of DELETE endpoints/{name}: which endpoint the caller saw there, since a name can pass to another.
type seen struct {
	// CreatedAt as the endpoint was answered with; RFC 3339, or empty where Azure said nothing.
	CreatedAt *string `json:"createdAt"`
}

// endpointChange is the body of PATCH endpoints/{name}: what was seen, and one of the two others.
type endpointChange struct {
	seen
	Tags       *tagChange        `json:"tags"`
	DomainName *domainNameChange `json:"domainName"`
}

var (
	// What is refused here is what can't be right; whether 20 letters are too many is Azure's to decide.
	newNamePattern     = regexp.MustCompile(`^[a-zA-Z][a-zA-Z0-9-]*[a-zA-Z0-9]$`)
	regionPattern      = regexp.MustCompile(`^[A-Za-z0-9 ]*$`)
	subResourcePattern = regexp.MustCompile(`^[A-Za-z0-9_.-]+$`)
	labelPattern       = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$`)
)

// Bounds in characters; the one for the message is far above the 140 that reach the owner of a private link service.
const maxMessage, maxTags, maxTagName, maxTagValue, maxSubResources = 1000, 50, 512, 256, 20

// request is what check has let through, in the form that Azure's client takes.
func (n *newEndpoint) request(location string) azure.Request {
	return azure.Request{Location: location, Target: n.target, TargetRegion: n.TargetRegion, SubResources: n.SubResources,
		RequestMessage: n.RequestMessage, DomainName: n.DomainName, Tags: n.Tags}
}

func (n *newEndpoint) check(c *call) error {
	if !newNamePattern.MatchString(c.path["name"]) {
		return failure.Invalid("name", "An endpoint name can only contain letters, numbers, and hyphens. It must start with a letter and end with a letter or number.", "Use 2 to 20 characters.")
	}
	var err error
	if n.target, err = azure.ParseTargetID("targetId", n.TargetID); err != nil {
		return err
	}
	if len(n.TargetRegion) > 60 || !regionPattern.MatchString(n.TargetRegion) {
		return failure.Invalid("targetRegion", "This isn't a valid Azure region.", "Use a name such as westeurope, or leave the region empty.")
	}
	if len(n.SubResources) > maxSubResources {
		return failure.Invalid("subResources", "An endpoint can have at most "+strconv.Itoa(maxSubResources)+" sub-resources.", "Most endpoints have one.")
	}
	for _, id := range n.SubResources {
		if len(id) > 100 || !subResourcePattern.MatchString(id) {
			return failure.Invalid("subResources", "The sub-resource name contains characters that aren't allowed.", "Use a name such as sqlServer. A private link service has no sub-resource.")
		}
	}
	if utf8.RuneCountInString(n.RequestMessage) > maxMessage || strings.ContainsFunc(n.RequestMessage, failure.IsHidden) {
		return failure.Invalid("requestMessage", "The request message must be one line of at most "+strconv.Itoa(maxMessage)+" characters.", "Shorten the message. The resource owner sees at most 140 characters.")
	}
	if err := checkDomainName(n.DomainName); err != nil {
		return err
	}
	return checkTags(n.Tags)
}

func (s *seen) check(*call) error {
	if s.CreatedAt == nil {
		return failure.Invalid("createdAt", "The request must include the createdAt value of the endpoint to change.", "Reload the page. The plugin may have been updated.")
	}
	return nil
}

// sameAs refuses when the endpoint that has the name now isn't the one that was seen.
func (s *seen) sameAs(now azure.Endpoint) error {
	if now.CreatedAs(*s.CreatedAt) {
		return nil
	}
	return &failure.Error{Status: http.StatusConflict, Code: "endpoint_replaced",
		Message: "The endpoint " + now.Name + " was replaced by another one at " + now.CreatedAt + ", so nothing was changed.",
		Hint:    "Someone deleted the endpoint shown on this page and created a new one with the same name. Reload the page and review the new endpoint before you try again."}
}

func (e *endpointChange) check(c *call) error {
	switch {
	case (e.Tags == nil) == (e.DomainName == nil):
		return failure.Invalid("body", "Send either tags or domainName.", "")
	case e.Tags != nil:
		return cmp.Or(checkTags(e.Tags.Wanted), e.seen.check(c))
	}
	return cmp.Or(checkDomainName(e.DomainName.Wanted), e.seen.check(c))
}

// checkDomainName takes three labels or more, the first of which may be a wildcard. Empty means none.
func checkDomainName(name string) error {
	if name == "" {
		return nil
	}
	labels := strings.Split(strings.TrimSuffix(name, "."), ".")
	right := len(name) <= 253 && len(labels) >= 3
	for i, label := range labels {
		right = right && (i == 0 && label == "*" || len(label) <= 63 && labelPattern.MatchString(label))
	}
	if right {
		return nil
	}
	return failure.Invalid("domainName", "The domain name must have at least three parts, without scheme, port, or path.", "Use a name such as orders.db.contoso.com or *.db.contoso.com.")
}

// checkTags follows Azure's limits for tags.
func checkTags(tags map[string]string) error {
	if len(tags) > maxTags {
		return failure.Invalid("tags", "An endpoint can have at most "+strconv.Itoa(maxTags)+" tags.", "Remove tags.")
	}
	lower := map[string]bool{}
	for name, value := range tags {
		folded := strings.ToLower(name)
		if lower[folded] {
			return failure.Invalid("tags", "Two tags have the name "+folded+".", "Azure ignores the case of tag names. Remove one of them.")
		}
		lower[folded] = true
		if name == "" || utf8.RuneCountInString(name) > maxTagName || strings.ContainsAny(name, `<>%&\?/`) || strings.ContainsFunc(name+value, failure.IsHidden) {
			return failure.Invalid("tags", "A tag name must have 1 to "+strconv.Itoa(maxTagName)+` characters and can't contain < > % & \ ? / or invisible characters.`, "Rename the tag.")
		}
		if utf8.RuneCountInString(value) > maxTagValue {
			return failure.Invalid("tags", "A tag value can have at most "+strconv.Itoa(maxTagValue)+" characters.", "Shorten the value.")
		}
	}
	return nil
}
