const reads = new Set(['GET', 'read', 'readBase', 'readRow', 'person', 'rows', 'list', 'computed', 'inOrder']);

/** Ends a page at one of its calls: before it leaves, or after its effect. Calls that only read are let pass. */
export function createCutter() {
  let left = Number.POSITIVE_INFINITY;
  let close = () => {};
  let cut = '';
  return {
    onCall: (call: string, moment: 'before' | 'after') => {
      if (reads.has(call) || left-- > 0) return;
      left = Number.POSITIVE_INFINITY;
      cut = `${moment} ${call}`;
      close();
    },
    /** From now on it lets `point` moments pass, and ends the page at the next. */
    arm(point: number, end: () => void) {
      left = point;
      close = end;
    },
    /** Where it was cut, such as `after PUT`; `''` while it was not. */
    cut: () => cut,
  };
}
