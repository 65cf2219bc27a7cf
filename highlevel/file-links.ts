import { shape, text } from './read.ts';

/** A file attached to a contact. */
export interface FileLink {
  /** HighLevel's id of the file. */
  id: string;
  name: string;
  url: string;
  mimeType: string;
  /** Bytes. */
  size: number;
  documentId: string;
  /** As uploaded; retained because a write replaces the whole list of files. */
  fieldName: string;
  encoding: string;
}

interface WireFile {
  meta: { fieldname: string; originalname: string; encoding: string; mimetype: string; size: number; uuid: string };
  url: string;
  documentId: string;
}

/** Parses the files of a field, which HighLevel sends by their ids; `null` for any other value. */
export function readFileLinks(raw: unknown): FileLink[] | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const files = Object.entries(raw).map(([key, file]) => readFile(Array.isArray(raw) ? '' : key, file));
  return files.every(({ url }) => url) ? files : null;
}

/** Serialises files. HighLevel removes a file that is omitted. */
export function writeFileLinks(files: readonly FileLink[]): Record<string, WireFile> {
  return Object.fromEntries(files.map((file) => [file.id, writeFile(file)]));
}

function readFile(id: string, value: unknown): FileLink {
  const raw = shape<WireFile>(value);
  const meta = shape<WireFile['meta']>(raw.meta);
  return {
    id: id || text(meta.uuid),
    name: text(meta.originalname),
    url: text(raw.url),
    mimeType: text(meta.mimetype),
    size: Number(meta.size) || 0,
    documentId: text(raw.documentId),
    fieldName: text(meta.fieldname),
    encoding: text(meta.encoding),
  };
}

function writeFile(file: FileLink): WireFile {
  const meta = {
    fieldname: file.fieldName,
    originalname: file.name,
    encoding: file.encoding,
    mimetype: file.mimeType,
    size: file.size,
    uuid: file.id,
  };
  return { meta, url: file.url, documentId: file.documentId };
}
