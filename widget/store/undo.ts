/** One thing a person did in this panel, as it can be taken back and done again. */
export interface Deed {
  undo(): void;
  redo(): void;
}

/** The last things done, so that they can be taken back one after the other. */
export interface History {
  /** Did the last step make something again? What becomes of it is told later. */
  readonly isRedo: boolean;
  did(deed: Deed): void;
  undo(): boolean;
  redo(): boolean;
}

const cap = 20;

/**
 * Keeps what was done, not what was there: taking back is an edit like any other, so it is refused where somebody changed
 * the value since.
 */
export function createHistory(): History {
  const done: Deed[] = [];
  const undone: Deed[] = [];
  let last: 'undo' | 'redo' = 'undo';

  const move = (from: Deed[], to: Deed[], verb: 'undo' | 'redo') => {
    const deed = from.pop();
    if (!deed) return false;
    last = verb;
    to.push(deed);
    deed[verb]();
    return true;
  };

  return {
    get isRedo() {
      return last === 'redo';
    },
    did(deed) {
      done.push(deed);
      if (done.length > cap) done.shift();
      undone.length = 0;
    },
    undo: () => move(done, undone, 'undo'),
    redo: () => move(undone, done, 'redo'),
  };
}
