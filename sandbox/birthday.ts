import { unprocessable } from './errors.ts';

/** Converts `YYYY/MM/DD` or `MM/DD/YYYY`, separated by `/`, `-`, `.` or `_`, to `YYYY-MM-DD`. */
export function readBirthday(given: string): string {
  const parts = given.slice(0, 10).split(/[/\-._]/);
  const [year, month, date] = parts[0]?.length === 4 ? parts : [parts[2], parts[0], parts[1]];
  const text = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00.000Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text) {
    throw unprocessable(['dateOfBirth must be a valid date']);
  }
  return text;
}
