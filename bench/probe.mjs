/**
 * Watches a page from before its first script. Runs in the page, so it holds all that it needs.
 * @param {object} given
 * @param {import('./contestants.mjs').Eyes} given.eyes
 * @param {boolean} given.whole whether all rows are to be in the document
 * @param {number} given.count how many goals there are
 * @param {string} given.first the title of the first
 */
export function probe({ eyes, whole, count, first }) {
  const tasks = watch('longtask');
  const frames = watch('long-animation-frame');

  const loaded = load();

  globalThis.bench = { loaded, search, type };

  /** Times are milliseconds since the navigation began. */
  async function load() {
    const firstRows = await painted(() => topRowHas(first));
    // Counting rows is work too: at most a twentieth of the time is spent on it.
    let next = 0;
    const allRows = !whole ? undefined : await painted(() => {
      const start = performance.now();
      if (start < next) return false;
      const all = rows().length === count;
      next = performance.now() + 20 * (performance.now() - start);
      return all;
    });
    await quiet();
    return { firstRows, allRows, rows: rows().length, ...sinceStart(), ...transferred(firstRows) };
  }

  /** Enters a text at once, and waits until the page shows the rows that have it. */
  async function search(text, matches) {
    const since = mark();
    const field = searchField();
    field.focus();
    field.value = text;
    const start = performance.now();
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    const shown = (await painted(() => showsResult(text, matches))) - start;
    await quiet();
    return { shown, ...since() };
  }

  /** Waits for a text that is typed letter by letter, and for the page to show the rows that have it. */
  async function type(text, matches) {
    const keys = watch('event', { durationThreshold: 16 });
    const since = mark();
    let last = 0;
    searchField().focus();
    document.addEventListener('keydown', ({ timeStamp }) => (last = timeStamp), { capture: true });
    const end = await painted(() => searchField().value === text && showsResult(text, matches));
    await quiet();
    const slowestKey = longest(keys.filter(({ name }) => name.startsWith('key') || name === 'input'));
    return { shown: end - last, slowestKey, ...since() };
  }

  function root() {
    const host = document.querySelector(eyes.host);
    return host?.shadowRoot ?? host;
  }

  function rows() {
    return root()?.querySelectorAll(eyes.row) ?? [];
  }

  function searchField() {
    return root()?.querySelector(eyes.search) ?? document.querySelector(eyes.search);
  }

  function showsResult(text, matches) {
    return topRowHas(text || first) && (!whole || rows().length === matches);
  }

  function topRowHas(text) {
    const row = topRow();
    return row !== undefined && textOf(row).toLowerCase().includes(text.toLowerCase());
  }

  /** The uppermost row on screen. Where not all rows are in the document, their order in it says nothing. */
  function topRow() {
    const candidates = whole ? [root()?.querySelector(eyes.row)] : [...rows()];
    return candidates
      .filter((row) => row?.checkVisibility())
      .map((row) => ({ row, box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0 && box.bottom > 0 && box.top < innerHeight)
      .sort((a, b) => a.box.top - b.box.top)[0]?.row;
  }

  function textOf(row) {
    const slotted = [...row.querySelectorAll('slot')].flatMap((slot) => slot.assignedNodes());
    return [row, ...slotted].map((node) => node.textContent).join(' ');
  }

  /** Resolves once a frame in which something holds has been painted, with the time of that. */
  function painted(holds) {
    const end = performance.now() + 60_000;
    return new Promise((done, fail) => {
      const look = () => {
        if (holds()) afterFrame().then(done);
        else if (performance.now() > end) fail(new Error(`not on screen within a minute; ${rows().length} rows are in the document`));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  }

  /** A task that is posted while a frame is prepared runs after it; one of less urgency might wait for the page's own. */
  function afterFrame() {
    return scheduler.postTask(() => performance.now(), { priority: 'user-blocking' });
  }

  /** Resolves once the page has been idle for a while, and what was observed of it has been told. */
  async function quiet() {
    for (let idle = 0; idle < 3; idle += 1) {
      await new Promise((done) => setTimeout(done, 50));
      const deadline = await new Promise((done) => requestIdleCallback(done));
      if (deadline.timeRemaining() < 5 || (eyes.search && !searchField())) idle = -1;
    }
  }

  function watch(type, options) {
    const entries = [];
    new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({ type, buffered: true, ...options });
    return entries;
  }

  function mark() {
    const before = { tasks: tasks.length, frames: frames.length };
    return () => ({ longestTask: longest(tasks.slice(before.tasks)), longestFrame: longest(frames.slice(before.frames)) });
  }

  function sinceStart() {
    return { longestTask: longest(tasks), longestFrame: longest(frames) };
  }

  /** 0 where nothing was long enough to be told: 50 ms for tasks and frames, 16 ms for keys. */
  function longest(entries) {
    return Math.max(0, ...entries.map(({ duration }) => duration));
  }

  /** Bytes of bodies as they came over the wire. */
  function transferred(until) {
    const code = performance.getEntriesByType('resource').filter(({ name }) => /\.(js|css)$/.test(name));
    const sum = (entries) => entries.reduce((total, { encodedBodySize }) => total + encodedBodySize, 0);
    return { codeToFirstRows: sum(code.filter(({ responseEnd }) => responseEnd <= until)), code: sum(code) };
  }
}
