import { type ReadonlySignal, signal } from '@preact/signals';
import { isAbort, toFailure } from '../../../engine/failure.ts';
import type { Contact } from '../../../highlevel/contact.ts';
import type { Section } from '../../section/port.ts';
import type { Candidate, Finds, Traces } from '../views/linking.ts';
import { byLikelihood, reasonsFor } from './traces.ts';

/** Milliseconds before what could not be answered is asked again, where HighLevel does not say. */
const pause = 10_000;

/** One question at a time: the next one overtakes it, and its answer is dropped. */
export interface Question {
  readonly state: ReadonlySignal<Finds | null>;
  ask(find: (signal: AbortSignal) => Promise<readonly Contact[]>): void;
  /** Shows that an answer is wanted, though it cannot be asked for yet; `null`: that nothing is. */
  rest(step: 'searching' | 'nothing-to-search' | null): void;
}

interface QuestionOptions {
  section: Pick<Section, 'linkedRows'>;
  /** What the row says, and the row itself. */
  about: () => { traces: Traces; rowId: number; contactId: string };
  /** Does a contact that has nothing in common with the row come by the row's name? */
  isByName: boolean;
}

const found = (candidates: readonly Candidate[]): Finds => ({ step: 'found', candidates, failure: null });

/** Says of contacts what speaks for them, and which rows hold them already. */
export async function weigh(contacts: readonly Contact[], { section, about, isByName }: QuestionOptions) {
  const { traces, rowId, contactId } = about();
  // Who else holds them is worth telling, and not worth failing for.
  const rows = await section.linkedRows(contacts.map(({ id }) => id)).catch(() => new Map<string, number[]>());
  return contacts
    .filter(({ id }) => id !== contactId)
    .map((contact): Candidate => {
      const reasons = reasonsFor(traces, contact);
      return {
        contact,
        reasons: reasons.length === 0 && isByName ? ['alike'] : reasons,
        rows: (rows.get(contact.id) ?? []).filter((row) => row !== rowId),
      };
    })
    .toSorted(byLikelihood);
}

export function createQuestion(options: QuestionOptions): Question {
  const state = signal<Finds | null>(null);
  let asked: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function overtake(): AbortSignal {
    clearTimeout(timer);
    asked?.abort();
    asked = new AbortController();
    return asked.signal;
  }

  async function ask(find: (signal: AbortSignal) => Promise<readonly Contact[]>): Promise<void> {
    const turn = overtake();
    state.value = { step: 'searching', candidates: [], failure: null };
    try {
      const candidates = await weigh(await find(turn), options);
      if (!turn.aborted) state.value = found(candidates);
    } catch (error) {
      if (turn.aborted || isAbort(error)) return;
      const failure = toFailure(error);
      state.value = { step: 'failed', candidates: [], failure };
      if (failure.retryable)
        timer = setTimeout(() => void ask(find), (failure.retryAt ?? Date.now() + pause) - Date.now());
    }
  }

  return {
    state,
    ask: (find) => void ask(find),
    rest: (step) => {
      overtake();
      state.value = step && { step, candidates: [], failure: null };
    },
  };
}
