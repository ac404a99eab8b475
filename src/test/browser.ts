// What @grafana/ui expects of a browser and jsdom does not have.

window.matchMedia = (media) => ({
  media,
  matches: false,
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  dispatchEvent: () => false,
});

class NothingObserved {
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds = [];
}

window.ResizeObserver = NothingObserved;
window.IntersectionObserver = NothingObserved;

// Comboboxes measure their options.
const measuring = { font: '', measureText: (text: string) => ({ width: text.length * 8 }) };
HTMLCanvasElement.prototype.getContext = (() => measuring) as unknown as HTMLCanvasElement['getContext'];

// jsdom has no pseudo elements, and says so at each question.
const styleOf = window.getComputedStyle.bind(window);
window.getComputedStyle = (element) => styleOf(element);

// jsdom lays nothing out, so nothing is out of view.
Element.prototype.scrollIntoView = () => undefined;
