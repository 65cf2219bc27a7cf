import type { EntryGroup } from '../../store/views/timeline.ts';
import type { EntryRange } from './entry-range.ts';
import { createHeights, createLongRows, type LongRows } from './long-rows.ts';

/** Virtualises a long timeline: only visible entries are in the page, and spacers preserve the scroll height. */
export interface LongList {
  /**
   * The entries in the page: the visible ones with a margin, the first and the last one, and those to `keep` with their
   * neighbours, so that arrow keys always find their target and the focus is never lost.
   */
  ranges(groups: readonly EntryGroup[], keep: readonly (string | null)[]): readonly EntryRange[];
  /** Measures the rendered entries. */
  measureAll(): void;
  dispose(): void;
}

/** Pixels around the visible part that are rendered, and the minimum before more are rendered. */
const overscan = 600;
const minOverscan = 400;
/** After a jump the visible entries are rendered first, and their surroundings a frame later. */
const overscanAfterJump = 100;
const neighbours = 2;

/** `redraw` is called when other entries must be rendered. */
export function createLongList(list: HTMLElement, redraw: () => void): LongList {
  const heights = createHeights();
  let rows: LongRows = createLongRows([], heights);
  let drawn: readonly EntryGroup[] = [];
  /** The position of the window's top in the list. */
  let top = 0;
  let range = { from: 0, to: -1 };
  let picked: readonly number[] = [];
  let margin = overscan;
  /** The number of jumps, and whether the surroundings of the last one are not rendered yet. */
  let jumps = 0;
  let isJumping = false;
  let isPrinting = false;
  let anchor: { element: Element; from: number } | undefined;

  const listening = new AbortController();
  const { signal } = listening;

  const readTop = () => {
    top = -list.getBoundingClientRect().top;
  };
  const spanOf = (pixels: number) => ({
    from: rows.at(Math.max(0, top - pixels)),
    to: rows.at(Math.max(0, top + window.innerHeight + pixels)),
  });

  const entryElements = () => [...list.querySelectorAll<HTMLElement>('[data-entry]')];

  /** Captures the position of the focused entry, or else of the first visible one. */
  function captureAnchor() {
    const seen = (element: Element | null | undefined) => {
      if (!element) return undefined;
      const { top: from, bottom } = element.getBoundingClientRect();
      return bottom > 0 && from < window.innerHeight ? { element, from } : undefined;
    };
    readTop();
    const first = () => entryElements().find((element) => element.getBoundingClientRect().bottom > 0);
    anchor = top > 0 ? (seen(document.activeElement?.closest('[data-entry]')) ?? seen(first())) : undefined;
  }

  /** Scrolls so that the anchor keeps its position when content above it changes. */
  function restoreAnchor() {
    if (!anchor?.element.isConnected) return;
    const shift = anchor.element.getBoundingClientRect().top - anchor.from;
    if (Math.abs(shift) >= 1) window.scrollBy(0, shift);
  }

  /** Redraws when the rendered entries are no longer sufficient. */
  function update() {
    if (signal.aborted) return;
    captureAnchor();
    const needed = spanOf(isJumping ? 0 : minOverscan);
    if (needed.from >= range.from && needed.to <= range.to) return;
    if (needed.from > range.to || needed.to < range.from) startJump();
    margin = isJumping ? overscanAfterJump : overscan;
    redraw();
  }

  function startJump() {
    const jump = ++jumps;
    isJumping = true;
    const end = () => {
      // A later jump supersedes this one.
      if (jump !== jumps) return;
      isJumping = false;
      update();
    };
    requestAnimationFrame(() => requestAnimationFrame(end));
  }

  /** Replaces the groups and keeps the visible entry in view when entries are added above it. */
  function setGroups(groups: readonly EntryGroup[]) {
    const seen = top > 0 && rows.count > 0 ? rows.at(top) : null;
    const kept = seen === null ? null : { id: rows.entry(seen).id, into: top - rows.start(seen) };
    rows = createLongRows(groups, heights);
    drawn = groups;
    const index = kept && rows.indexOf(kept.id);
    if (kept && index != null) top = rows.start(index) + kept.into;
  }

  function pickIndexes(keep: readonly (string | null)[]): readonly number[] {
    range = isPrinting ? { from: 0, to: rows.count - 1 } : spanOf(margin);
    const wanted = new Set([0, rows.count - 1]);
    for (let index = range.from; index <= range.to; index++) wanted.add(index);
    for (const id of keep) {
      const index = rows.indexOf(id);
      if (index === undefined) continue;
      for (let step = -neighbours; step <= neighbours; step++) wanted.add(index + step);
    }
    return [...wanted].filter((index) => index >= 0 && index < rows.count).sort((left, right) => left - right);
  }

  const measuring = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(measure);
  const measured = new Map<Element, number>();

  function measure(changes: readonly ResizeObserverEntry[]) {
    for (const { target } of changes) {
      const index = measured.get(target);
      if (index === undefined || index >= rows.count || !target.isConnected) continue;
      // The height of a group's first entry includes the heading.
      const whole = rows.inGroup(index) === 0 ? (target.closest('.group') ?? target) : target;
      rows.resize(index, target.getBoundingClientRect().bottom - whole.getBoundingClientRect().top);
    }
    restoreAnchor();
    update();
  }

  const print = (is: boolean) => () => {
    isPrinting = is;
    redraw();
  };
  window.addEventListener('scroll', update, { signal, passive: true });
  window.addEventListener('resize', update, { signal });
  window.addEventListener('beforeprint', print(true), { signal });
  window.addEventListener('afterprint', print(false), { signal });
  // Content above the list can change its height.
  const above = list.closest('.panel');
  if (above) measuring?.observe(above);
  // The browsers' own scroll anchoring differs, and Safari has none.
  list.style.overflowAnchor = 'none';
  readTop();

  return {
    ranges(groups, keep) {
      captureAnchor();
      if (groups !== drawn) setGroups(groups);
      picked = rows.count === 0 ? [] : pickIndexes(keep);
      return rangesOf(rows, picked);
    },
    measureAll() {
      const elements = entryElements();
      const isHere = new Set<Element>(elements);
      for (const element of measured.keys()) {
        if (isHere.has(element)) continue;
        measuring?.unobserve(element);
        measured.delete(element);
      }
      for (const [order, element] of elements.entries()) {
        const index = picked[order];
        if (index === undefined) continue;
        if (!measured.has(element)) measuring?.observe(element);
        measured.set(element, index);
        // Screen readers would count only the rendered entries.
        element.setAttribute('aria-setsize', String(rows.group(index).entries.length));
        element.setAttribute('aria-posinset', String(rows.inGroup(index) + 1));
      }
      restoreAnchor();
      captureAnchor();
    },
    dispose() {
      listening.abort();
      measuring?.disconnect();
    },
  };
}

/** Groups the rendered entries, with spacers for the others. */
function rangesOf(rows: LongRows, picked: readonly number[]): readonly EntryRange[] {
  const ranges: { group: EntryGroup; before: number; headed: boolean; rows: EntryRange['rows'][number][] }[] = [];
  let next = 0;
  for (const index of picked) {
    const group = rows.group(index);
    const room = index > next ? rows.start(index) - rows.start(next) : 0;
    next = index + 1;
    const last = ranges.at(-1);
    if (last?.group === group) last.rows.push(...(room > 0 ? [room] : []), rows.entry(index));
    else ranges.push({ group, before: room, headed: rows.inGroup(index) === 0, rows: [rows.entry(index)] });
  }
  return ranges;
}
