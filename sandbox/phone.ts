import { badRequest } from './errors.ts';

const callingCodes: Record<string, string> = {
  GB: '44',
  US: '1',
  CA: '1',
  DE: '49',
  FR: '33',
  ES: '34',
  IN: '91',
  BR: '55',
  AU: '61',
  NL: '31',
  PL: '48',
  IE: '353',
  JP: '81',
};

/** E.164, as HighLevel stores phones. A number without a calling code gets that of the location's country. */
export function normalisePhone(given: string, country: string): string {
  const digits = given.replace(/[\s().-]/g, '').replace(/^00/, '+');
  const whole = digits.startsWith('+') ? digits : `+${callingCodes[country] ?? '1'}${digits.replace(/^0/, '')}`;
  if (!/^\+[1-9]\d{6,14}$/.test(whole)) throw badRequest('Invalid phone number');
  return whole;
}
