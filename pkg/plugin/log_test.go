package plugin

import (
	"bytes"
	"context"
	"fmt"
	"sync"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"
)

// logBuffer keeps what was logged on any level.
type logBuffer struct {
	mutex  sync.Mutex
	buffer bytes.Buffer
}

var _ log.Logger = (*logBuffer)(nil)

func captureLog(t *testing.T) *logBuffer {
	t.Helper()
	captured := &logBuffer{}
	before := backend.Logger
	backend.Logger = captured
	t.Cleanup(func() { backend.Logger = before })
	return captured
}

func (l *logBuffer) write(level, message string, args ...any) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	fmt.Fprintln(&l.buffer, level, message, fmt.Sprintf("%+v", args))
}

func (l *logBuffer) String() string {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.buffer.String()
}

func (l *logBuffer) Debug(message string, args ...any)      { l.write("debug", message, args...) }
func (l *logBuffer) Info(message string, args ...any)       { l.write("info", message, args...) }
func (l *logBuffer) Warn(message string, args ...any)       { l.write("warn", message, args...) }
func (l *logBuffer) Error(message string, args ...any)      { l.write("error", message, args...) }
func (l *logBuffer) With(...any) log.Logger                 { return l }
func (l *logBuffer) FromContext(context.Context) log.Logger { return l }
func (l *logBuffer) Level() log.Level                       { return log.Debug }
