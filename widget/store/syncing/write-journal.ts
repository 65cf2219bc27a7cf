import { isHighLevelError } from '../../../highlevel/errors.ts';
import type { ActivityVerbs, Result } from '../../../panel-api/activity.ts';
import type { Journal } from '../journal.ts';
import type { Failure } from '../view.ts';

/** Milliseconds before an outcome that could not be written down is told again. */
const pause = 5_000;
/** Outcomes that may wait; beyond that an intent without outcome is what the log shows. */
const cap = 200;

const reasonOf = (failure: Failure) => failure.complaint ?? failure.reason ?? failure.code;

/** Writes the document's log, which lives in the proxy. */
export function createJournal(
  verbs: Pick<ActivityVerbs, 'begin' | 'finish'>,
  /** An outcome is about to be told, of which everybody hears. */
  onTelling: (contactId: string) => void = () => {},
): Journal {
  const waiting = new Map<string, { result: Result; failure: Failure | null }>();
  const begun = new Map<string, { told: Promise<unknown>; contactId: string }>();
  let isWaiting = false;

  async function tell(id: string): Promise<void> {
    // An outcome before its intent would be refused.
    const { told: intended, contactId } = begun.get(id) ?? { contactId: '' };
    await intended?.catch(() => {});
    const told = waiting.get(id);
    if (!told) return;
    const { result, failure } = told;
    onTelling(contactId);
    try {
      await verbs.finish(id, { result, ...(failure && { reason: reasonOf(failure) }) });
      if (waiting.get(id) === told) waiting.delete(id);
      begun.delete(id);
    } catch (error) {
      // An intent that could not be written down has no outcome.
      if (isHighLevelError(error) && error.code === 'not-found') {
        waiting.delete(id);
        return;
      }
      if (isWaiting) return;
      isWaiting = true;
      setTimeout(() => {
        isWaiting = false;
        for (const due of waiting.keys()) void tell(due);
      }, pause);
    }
  }

  return {
    async begin(intent) {
      const told = verbs.begin(intent);
      begun.set(intent.id, { told, contactId: intent.contactId });
      await told.catch((error: unknown) => {
        begun.delete(intent.id);
        throw error;
      });
    },
    finish(id, result, failure = null) {
      if (waiting.size >= cap) return;
      waiting.set(id, { result, failure });
      void tell(id);
    },
  };
}
