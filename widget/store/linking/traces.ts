import type { Contact } from '../../../highlevel/contact.ts';
import type { Row } from '../../section/port.ts';
import type { Candidate, Reason, Traces } from '../views/linking.ts';

const oneSpaced = (text: string) => text.trim().replace(/\s+/g, ' ');

/** Letters without accents and case: people write `Müller` and `muller` for the same person. */
const fold = (text: string) => oneSpaced(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const digitsOf = (phone: string) => phone.replace(/\D/g, '');

/** What a row in the terms of fields says about whom it means. `toE164` answers `''` for what cannot be a phone. */
export function tracesOf(row: Row | null, toE164: (phone: string) => string): Traces {
  const { name = '', firstName = '', lastName = '', email = '', phone = '' } = row?.values ?? {};
  const isEmail = /^[^\s@]+@[^\s@]+$/.test(email.trim());
  return {
    name: oneSpaced(name) || oneSpaced(`${firstName} ${lastName}`),
    email: isEmail ? email.trim().toLowerCase() : '',
    phone: toE164(phone),
  };
}

/** Why a contact may be the one that the traces are of. */
export function reasonsFor({ name, email, phone }: Traces, contact: Contact): Reason[] {
  const emails = [contact.email, ...contact.additionalEmails].map((one) => one.toLowerCase());
  const phones = [contact.phone, ...contact.additionalPhones].map(digitsOf);
  const reasons: Reason[] = [];
  if (email && emails.includes(email)) reasons.push('email');
  if (phone && phones.includes(digitsOf(phone))) reasons.push('phone');
  if (name && fold(contact.name) === fold(name)) reasons.push('name');
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
