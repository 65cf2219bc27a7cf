import type { Contact } from '../../../highlevel/contact.ts';
import { folded, oneSpaced, readable } from '../../../sync/characters.ts';
import { emailOf, sameEmail } from '../../../sync/kinds/email.ts';
import { withoutExtension } from '../../../sync/kinds/phone.ts';
import type { Row } from '../../section/port.ts';
import type { Candidate, Reason, Traces } from '../views/linking.ts';

const digitsOf = (phone: string) => phone.replace(/\D/g, '');

/** What a row in the terms of fields says about whom it means. `toE164` answers `''` for what cannot be a phone. */
export function tracesOf(row: Row | null, toE164: (phone: string) => string): Traces {
  const { name = '', firstName = '', lastName = '', email = '', phone = '' } = row?.values ?? {};
  const address = emailOf(email).toLowerCase();
  return {
    name: oneSpaced(readable(name)) || oneSpaced(readable(`${firstName} ${lastName}`)),
    email: /^[^\s@]+@[^\s@]+$/.test(address) ? address : '',
    // HighLevel keeps numbers without their extension.
    phone: toE164(withoutExtension(phone)),
  };
}

/** Why a contact may be the one that the traces are of. */
export function reasonsFor({ name, email, phone }: Traces, contact: Contact): Reason[] {
  const emails = [contact.email, ...contact.additionalEmails];
  const phones = [contact.phone, ...contact.additionalPhones].map(digitsOf);
  const reasons: Reason[] = [];
  if (email && emails.some((one) => sameEmail(one, email))) reasons.push('email');
  if (phone && phones.includes(digitsOf(phone))) reasons.push('phone');
  // People write `Müller` and `muller` for the same person.
  if (name && folded(contact.name) === folded(name)) reasons.push('name');
  return reasons;
}

const weights: Record<Reason, number> = { email: 8, phone: 4, name: 2, alike: 1 };

/** Best first: by what they have in common with the row, then those without a row, then those changed last. */
export function byLikelihood(one: Candidate, other: Candidate): number {
  const weightOf = ({ reasons }: Candidate) => reasons.reduce((sum, reason) => sum + weights[reason], 0);
  return (
    weightOf(other) - weightOf(one) ||
    Math.sign(one.rows.length) - Math.sign(other.rows.length) ||
    (other.contact.dateUpdated ?? 0) - (one.contact.dateUpdated ?? 0)
  );
}
