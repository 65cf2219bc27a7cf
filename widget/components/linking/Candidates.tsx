import type { LinkingMessages } from '../../i18n/en/linking.ts';
import { useFormats, useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import type { Candidate, Linking, Reason } from '../../store/views/linking.ts';
import { Avatar } from '../contact/Avatar.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Bar } from '../screens/Skeleton.tsx';
import { explainLinkFailure } from './explain-failure.ts';
import '../screens/Connect.css';
import './LinkRow.css';

export interface LinkParts {
  panel: Pick<Panel, 'readOnly' | 'directory'>;
  linking: Linking;
  words: LinkingMessages;
}

interface CandidatesProps extends LinkParts {
  candidates: readonly Candidate[];
}

/** Candidate contacts, best match first, each with its reasons and a button that links it. */
export function Candidates({ candidates, ...parts }: CandidatesProps) {
  return (
    <>
      <InRow {...parts} />
      <ul class="matches" aria-label={parts.words.list}>
        {candidates.map((candidate, index) => (
          <Match key={candidate.contact.id} candidate={candidate} isBest={index === 0} {...parts} />
        ))}
      </ul>
    </>
  );
}

/** What the row holds, to compare the contacts with. */
function InRow({ linking, words }: LinkParts) {
  const { name = '', firstName = '', lastName = '', email, phone, city } = linking.row.value?.values ?? {};
  const held = [name || `${firstName} ${lastName}`.trim(), email, phone, city].filter(Boolean);
  return held.length === 0 ? null : <p class="match-meta">{words.inRow(held.join(' · '))}</p>;
}

const byAddress = (reason: Reason) => reason === 'email' || reason === 'phone';

interface MatchProps extends LinkParts {
  candidate: Candidate;
  isBest: boolean;
}

function Match({ panel, linking, words, candidate, isBest }: MatchProps) {
  const messages = useMessages();
  const formats = useFormats();
  const { contact, reasons, rows } = candidate;
  const { id, companyName, email, phone, city, dateAdded, lastActivity } = contact;
  const name = contact.name || email || phone || messages.noName;
  const step = linking.linking.value;
  const mine = step?.contactId === id ? step : null;
  const day = (instant: number) => formats.date(new Date(instant).toISOString());
  const since =
    lastActivity !== null ? words.active(day(lastActivity)) : dateAdded === null ? '' : words.added(day(dateAdded));
  // Two people may have one name.
  const isSure = isBest && rows.length === 0 && reasons.some(byAddress);
  return (
    <li class="match">
      <Avatar name={name} of="contact" />
      <div>
        <p class="strong clip">{name}</p>
        <p class="match-meta">
          {[email, phone, companyName, city, since].filter((part) => part !== '' && part !== name).join(' · ')}
        </p>
      </div>
      {!panel.readOnly.value && (
        <button
          type="button"
          class={isSure ? 'btn btn--primary' : 'btn'}
          aria-label={`${words.link}: ${name}`}
          title={isBest ? `${words.link} (L)` : undefined}
          data-link
          disabled={step?.step === 'linking'}
          onClick={() => linking.link(id)}
        >
          {mine?.step === 'linking' ? words.linking : words.link}
        </button>
      )}
      {(reasons.length > 0 || rows.length > 0) && (
        <div class="match-more">
          {reasons.map((reason) => (
            <span key={reason} class={byAddress(reason) ? 'pill pill--green' : 'pill'}>
              {byAddress(reason) && <Icon name="check" size={12} />}
              {words.reasons[reason]}
            </span>
          ))}
          {rows.length > 0 && <span class="pill pill--amber">{words.linkedTo(rows)}</span>}
        </div>
      )}
      {mine?.step === 'taken' && (
        <div class="match-ask" role="alert">
          {words.taken(mine.rows)}
          <button type="button" class="btn" onClick={() => linking.link(id, true)}>
            {words.linkAnyway}
          </button>
        </div>
      )}
      {mine?.step === 'failed' && mine.failure && (
        <p class="match-ask match-ask--bad" role="alert">
          {explainLinkFailure(mine.failure, messages, words)}
        </p>
      )}
    </li>
  );
}

/** Placeholder while candidates are loading. */
export function MatchSkeleton({ label }: { label: string }) {
  return (
    <div class="matches">
      <p class="sr" role="status">
        {label}
      </p>
      {['62%', '48%'].map((width) => (
        <div key={width} class="match" aria-hidden="true">
          <Bar width="32px" height={32} />
          <div>
            <Bar width={width} height={12} />
            <div style={{ height: '8px' }} />
            <Bar width="40%" height={9} />
          </div>
        </div>
      ))}
    </div>
  );
}
