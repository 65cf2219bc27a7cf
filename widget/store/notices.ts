import { signal } from '@preact/signals';
import type { History } from './undo.ts';
import type { Announcement, NoticesPart, Toast } from './views/notices.ts';

const toastTime = 6000;
/** What is said in place when something is done again. */
const again: Partial<Record<Toast['code'], Toast['code']>> = { undone: 'redone', 'not-undone': 'not-redone' };

/** Shows and announces what passes. */
export interface Notices extends NoticesPart {
  /** Shows a toast in place of the last one. With `undo` it can be taken back while it shows. */
  show(code: Toast['code'], undo?: () => void, more?: Pick<Toast, 'sent' | 'about'>): number;
  /** Takes that toast away if it still shows; without an id, whichever shows. */
  dismiss(id?: number): void;
  announce(code: Announcement['code'], more?: Omit<Announcement, 'sequence' | 'code'>): void;
  dispose(): void;
}

export function createNotices(history: Pick<History, 'isRedo' | 'undo' | 'redo'>): Notices {
  const toast = signal<Toast | null>(null);
  const announcement = signal<Announcement | null>(null);
  let takeBack: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ids = 0;
  let sequence = 0;

  function dismiss(id = toast.peek()?.id) {
    if (toast.peek()?.id !== id) return;
    clearTimeout(timer);
    takeBack = undefined;
    toast.value = null;
  }

  function hold(held: boolean) {
    clearTimeout(timer);
    if (!held && toast.peek()) timer = setTimeout(dismiss, toastTime);
  }

  function announce(code: Announcement['code'], more: Omit<Announcement, 'sequence' | 'code'> = {}) {
    announcement.value = { sequence: ++sequence, code, ...more };
  }

  return {
    toast,
    announcement,
    show: (code, undo, more) => {
      const id = ++ids;
      takeBack = undo;
      const said = history.isRedo ? (again[code] ?? code) : code;
      toast.value = { id, code: said, undoable: undo !== undefined, ...more };
      hold(false);
      return id;
    },
    dismiss,
    hold,
    undo: () => {
      const back = takeBack;
      if (!back) return;
      dismiss();
      back();
      announce('undone');
    },
    undoLast: history.undo,
    redoLast: history.redo,
    announce,
    dispose: () => clearTimeout(timer),
  };
}
