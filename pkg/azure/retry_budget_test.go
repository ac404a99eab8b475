package azure

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

func TestTheBudgetIsThatOfAMinute(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var budget retryBudget
		require.True(t, budget.take(2))
		require.True(t, budget.take(2))
		require.False(t, budget.take(2))
		time.Sleep(time.Minute - time.Millisecond)
		require.False(t, budget.take(2))
		time.Sleep(time.Millisecond)
		require.True(t, budget.take(2))
	})
}
