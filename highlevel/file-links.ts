import { shape, text } from './read.ts';

/** A file that hangs on a contact. */
export interface FileLink {
  /** HighLevel's own id of the file. */
  id: string;
  name: string;
  url: string;
  mimeType: string;
  /** Bytes. */
  size: number;
  documentId: string;
  /** As it was uploaded, kept because a write sends the whole file list. */
  fieldName: string;
  encoding: string;
}

interface WireFile {
  meta: { fieldname: string; originalname: string; encoding: string; mimetype: string; size: number; uuid: string };
  url: string;
  documentId: string;
}

/** Reads the files of a field, which HighLevel keeps by their ids; `null` when it is not that. */
export function readFileLinks(raw: unknown): FileLink[] | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const files = Object.entries(raw).map(([key, file]) => readFile(Array.isArray(raw) ? '' : key, file));
  return files.every(({ url }) => url) ? files : null;
}

/** Writes files as HighLevel takes them. A file that is left out is removed. */
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
