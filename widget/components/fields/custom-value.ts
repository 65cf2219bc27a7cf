import type { CustomFieldKind } from '../../../highlevel/custom-fields.ts';
import type { Formats } from '../../i18n/format.ts';

/** A custom field's raw value as text. HighLevel sends numbers as numbers or text, and dates as days, instants or milliseconds. */
export function customText(kind: CustomFieldKind, value: unknown, formats: Formats): string {
  const text = typeof value === 'object' ? listOf(value).join(', ') : String(value);
  if (kind === 'number' || kind === 'money') {
    const number = Number(text);
    if (text.trim() === '' || !Number.isFinite(number)) return text;
    return kind === 'money' ? formats.money(number) : formats.number(number);
  }
  if (kind === 'date') {
    const at = /^\d{11,}$/.test(text) ? new Date(Number(text)).toISOString() : text;
    return formats.date(at);
  }
  return text;
}

/** The distinct items of an array, an object or a single value. */
export function listOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  const items = Object.values(value).filter((item) => typeof item === 'string' || typeof item === 'number');
  return [...new Set(items.map(String))];
}

/** The files of HighLevel's map of files by id. */
export function filesOf(value: unknown): { url: string; name: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value as Record<string, { url?: unknown; meta?: { originalname?: unknown } } | null>)
    .filter((file) => typeof file?.url === 'string' && /^https?:\/\//i.test(file.url))
    .map((file) => {
      const url = String(file?.url);
      const name = file?.meta?.originalname;
      return { url, name: typeof name === 'string' && name ? name : (url.split('/').at(-1) ?? url) };
    });
}
