package plugin

import (
	"cmp"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// tagChange is what someone saw and what they want instead. Only the difference is theirs.
type tagChange struct {
	Seen   map[string]string `json:"seen"`
	Wanted map[string]string `json:"wanted"`
}

// tag is a tag as it is written; one that isn't there has no name. Azure compares names without regard to case.
type tag struct{ name, value string }

func tagIn(tags map[string]string, name string) tag {
	for key, value := range tags {
		if strings.EqualFold(key, name) {
			return tag{key, value}
		}
	}
	return tag{}
}

// onto applies the difference to an endpoint's tags as they are now. It refuses where someone else changed one of the same
// tags to something else.
func (t *tagChange) onto(endpoint azure.Endpoint) (map[string]string, error) {
	result := maps.Clone(endpoint.Tags)
	if result == nil {
		result = map[string]string{}
	}
	var both []tag
	for _, name := range namesOf(t.Seen, t.Wanted) {
		seen, wanted, now := tagIn(t.Seen, name), tagIn(t.Wanted, name), tagIn(endpoint.Tags, name)
		switch {
		case seen == wanted || now == wanted:
		case now != seen:
			both = append(both, tag{cmp.Or(now.name, name), now.value})
		default:
			delete(result, now.name)
			if wanted.name != "" {
				result[wanted.name] = wanted.value
			}
		}
	}
	if both != nil {
		return nil, tagsChanged(endpoint, both)
	}
	return result, checkTags(result)
}

// namesOf lists the names of both in lower case, each once, in order.
func namesOf(one, other map[string]string) []string {
	names := map[string]bool{}
	for name := range one {
		names[strings.ToLower(name)] = true
	}
	for name := range other {
		names[strings.ToLower(name)] = true
	}
	return slices.Sorted(maps.Keys(names))
}

func tagsChanged(endpoint azure.Endpoint, both []tag) error {
	var told []string
	for _, now := range both {
		if tagIn(endpoint.Tags, now.name).name == "" {
			told = append(told, now.name+" was removed")
		} else {
			told = append(told, now.name+" is "+now.value)
		}
	}
	return &failure.Error{Status: http.StatusConflict, Code: "tags_changed", Field: "tags",
		Message: "Someone else changed the same tags of " + endpoint.Name + ", so nothing was saved: " + strings.Join(told, ", ") + ".",
		Hint:    "Check the tags, then save them again."}
}
