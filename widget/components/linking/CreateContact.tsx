import type { FieldKey } from '../../../sync/fields.ts';
import { type FieldRef, traitsOf } from '../../../sync/refs.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Creation, Obstacle } from '../../store/views/linking.ts';
import { labelOf } from '../fields/field-text.ts';
import { explain } from '../parts/explain.ts';
import { Marked } from '../parts/Marked.tsx';
import { MoreIcon } from '../parts/MoreIcon.tsx';
import { Candidates, type LinkParts } from './Candidates.tsx';
import { explainLinkFailure } from './explain-failure.ts';

/** Creates a contact from the row, and explains obstacles and the possible actions at each step. */
export function CreateContact(parts: LinkParts) {
  const { linking, words } = parts;
  const creation = linking.creation.value;
  if (creation.step === 'duplicates' || creation.step === 'not-linked') return null;
  return (
    <div class="make">
      {creation.step !== 'failed' && (
        <button
          type="button"
          class="btn btn--wide"
          disabled={isBusy(creation)}
          aria-describedby="make-note"
          onClick={() => linking.create()}
        >
          {!isBusy(creation) && <MoreIcon name="plus" />}
          {labelFor(creation, parts)}
        </button>
      )}
      <div id="make-note">
        <CreationNote {...parts} creation={creation} />
        {(creation.step === 'idle' || isBusy(creation)) && (
          <p class="note">{linking.columns.value > 0 && words.fromColumns(linking.columns.value)}</p>
        )}
      </div>
    </div>
  );
}

const isBusy = ({ step }: Creation) => step === 'checking' || step === 'creating' || step === 'linking';

function labelFor({ step }: Creation, { words }: LinkParts): string {
  if (step === 'checking') return words.checking;
  if (step === 'creating') return words.creating;
  return step === 'linking' ? words.linking : words.create;
}

function CreationNote({ panel, linking, words, creation }: LinkParts & { creation: Creation }) {
  const messages = useMessages();
  if (creation.step === 'incomplete') {
    const { fields } = messages.contact;
    const reasonOf = ({ field, label, character }: Obstacle) => {
      const named = labelOf({ key: field, label }, fields as Record<FieldKey, string>);
      const kind = traitsOf(field as FieldRef, panel.directory.customFields.value)?.kind;
      const why = { side: 'highlevel', code: 'invalid', retryable: false, ...(character && { character }) } as const;
      return words.obstacle(named, explain(why, messages, { label: named, ...(kind && { kind }) }));
    };
    return (
      <div role="alert">
        {creation.unnamed && <p class="note">{words.unnamed}</p>}
        {creation.obstacles.map((obstacle) => (
          <p key={obstacle.field} class="note">
            <Marked text={reasonOf(obstacle)} />
          </p>
        ))}
      </div>
    );
  }
  if (creation.step !== 'failed') return null;
  return (
    <div class="make-card" role="alert">
      <p>
        {creation.unsure
          ? words.unsure
          : `${explainLinkFailure(creation.failure, messages, words)} ${words.notCreated}`}
      </p>
      <div class="btns">
        <button type="button" class="btn" onClick={() => linking.create()}>
          {messages.tryAgain}
        </button>
        {!creation.unsure && (
          <button type="button" class="btn btn--quiet" onClick={() => linking.dismiss()}>
            {words.back}
          </button>
        )}
      </div>
    </div>
  );
}

interface PendingProps extends LinkParts {
  /** The screen's title already has the heading. */
  isTitled?: boolean;
}

/** States that block other actions: a contact that is created but not linked, or possible duplicates. */
export function Pending({ isTitled, ...parts }: PendingProps) {
  const { linking, words } = parts;
  const messages = useMessages();
  const creation = linking.creation.value;
  if (creation.step === 'not-linked') {
    return (
      <div class="make-card make-card--amber" role="alert">
        {!isTitled && <h2>{words.notLinked}</h2>}
        {creation.failure && <p>{explainLinkFailure(creation.failure, messages, words)}</p>}
        <div class="btns">
          <button type="button" class="btn btn--primary" onClick={() => linking.create()}>
            {messages.tryAgain}
          </button>
        </div>
      </div>
    );
  }
  if (creation.step !== 'duplicates') return null;
  return (
    <div class="make-card">
      {!isTitled && (
        <div role="alert">
          <h2>{words.duplicates}</h2>
          <p class="note">{creation.mayCreate ? words.duplicatesHow : words.duplicatesOnly}</p>
        </div>
      )}
      <Candidates {...parts} candidates={creation.candidates} />
      <div class="btns">
        {creation.mayCreate && (
          <button type="button" class="btn" onClick={() => linking.create(true)}>
            {words.createAnyway}
          </button>
        )}
        <button type="button" class="btn btn--quiet" onClick={() => linking.dismiss()}>
          {words.back}
        </button>
      </div>
    </div>
  );
}
