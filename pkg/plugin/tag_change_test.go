package plugin

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

type tagsOf = map[string]string

func TestOnlyTheDifferenceOfTagsIsApplied(t *testing.T) {
	for name, test := range map[string]struct{ seen, wanted, now, result tagsOf }{
		"added":                  {tagsOf{"a": "1"}, tagsOf{"a": "1", "b": "2"}, tagsOf{"a": "1"}, tagsOf{"a": "1", "b": "2"}},
		"added beside another's": {tagsOf{}, tagsOf{"b": "2"}, tagsOf{"c": "3"}, tagsOf{"b": "2", "c": "3"}},
		"changed":                {tagsOf{"a": "1"}, tagsOf{"a": "2"}, tagsOf{"a": "1", "c": "3"}, tagsOf{"a": "2", "c": "3"}},
		"removed":                {tagsOf{"a": "1", "b": "2"}, tagsOf{"b": "2"}, tagsOf{"a": "1", "b": "9"}, tagsOf{"b": "9"}},
		"removed by both":        {tagsOf{"a": "1"}, tagsOf{}, tagsOf{}, tagsOf{}},
		"the same by both":       {tagsOf{"a": "1"}, tagsOf{"a": "2"}, tagsOf{"a": "2"}, tagsOf{"a": "2"}},
		"untouched":              {tagsOf{"a": "1"}, tagsOf{"a": "1"}, tagsOf{"a": "9"}, tagsOf{"a": "9"}},
		"in other letters":       {tagsOf{"Team": "1"}, tagsOf{"team": "1"}, tagsOf{"Team": "1"}, tagsOf{"team": "1"}},
		"none so far":            {nil, tagsOf{"a": ""}, nil, tagsOf{"a": ""}},
	} {
		t.Run(name, func(t *testing.T) {
			change := tagChange{test.seen, test.wanted}
			result, err := change.onto(azure.Endpoint{Tags: test.now})
			require.NoError(t, err)
			require.Equal(t, test.result, result)
		})
	}
}

func TestATagThatBothTouchedIsAsked(t *testing.T) {
	for told, test := range map[string]struct{ seen, wanted, now tagsOf }{
		"a is 9":                 {tagsOf{"a": "1"}, tagsOf{"a": "2"}, tagsOf{"a": "9"}},
		"A is 9":                 {tagsOf{"a": "1"}, tagsOf{"a": "2"}, tagsOf{"A": "9"}},
		"a was removed":          {tagsOf{"a": "1"}, tagsOf{"a": "2"}, tagsOf{}},
		"b is 9":                 {tagsOf{"b": "1"}, tagsOf{}, tagsOf{"b": "9"}},
		"c is 9":                 {tagsOf{}, tagsOf{"c": "1"}, tagsOf{"c": "9"}},
		"a is 9, b was removed.": {tagsOf{"a": "1", "b": "1"}, tagsOf{"a": "2", "b": "2"}, tagsOf{"a": "9"}},
	} {
		change := tagChange{test.seen, test.wanted}
		_, err := change.onto(azure.Endpoint{Name: "shop", Tags: test.now})
		require.Equal(t, "tags_changed", failure.From(err).Code, told)
		require.Contains(t, failure.From(err).Message, told)
	}
	_, err := (&tagChange{nil, tagsOf{"x": "1"}}).onto(azure.Endpoint{Tags: manyTags(maxTags)})
	require.Equal(t, "invalid_request", failure.From(err).Code)
}
