/** A time of day as `HH:MM`, read from what cannot be mistaken: `9:05`, `9.05 pm`, `21:05:00`; else the text. */
export function timeOf(text: string): string {
  const [, hour, minute = '00', half] =
    /^(\d{1,2})(?:[:.h](\d{2})(?::00)?)?\s*([ap])?\.?(?:m\.?)?$/i.exec(text.trim()) ?? [];
  if (hour === undefined || (half === undefined && !/\d[:.h]\d/i.test(text))) return text.trim();
  const isPm = half?.toLowerCase() === 'p';
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isPm ? 12 : 0);
  return half !== undefined && Number(hour) > 12 ? text.trim() : `${String(hours).padStart(2, '0')}:${minute}`;
}

export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
