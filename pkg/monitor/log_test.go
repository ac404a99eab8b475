package monitor

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"github.com/grafana/grafana-plugin-sdk-go/backend/log"
)

// logLines keeps what was logged.
type logLines struct {
	mutex sync.Mutex
	lines []string
}

func (l *logLines) write(level, message string, args ...any) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.lines = append(l.lines, fmt.Sprintf("%s %s %+v", level, message, args))
}

func (l *logLines) with(text string) []string {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	var found []string
	for _, line := range l.lines {
		if strings.Contains(line, text) {
			found = append(found, line)
		}
	}
	return found
}

func (l *logLines) Debug(message string, args ...any)      { l.write("debug", message, args...) }
func (l *logLines) Info(message string, args ...any)       { l.write("info", message, args...) }
func (l *logLines) Warn(message string, args ...any)       { l.write("warn", message, args...) }
func (l *logLines) Error(message string, args ...any)      { l.write("error", message, args...) }
func (l *logLines) With(...any) log.Logger                 { return l }
func (l *logLines) FromContext(context.Context) log.Logger { return l }
func (l *logLines) Level() log.Level                       { return log.Debug }
