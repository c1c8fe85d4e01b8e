import { strToU8, zipSync, type Zippable } from 'fflate';

/** The same in every time zone, so that the same content gives the same bytes: zip files keep local time. */
const MADE = new Date(2026, 7, 18, 12);

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What one part points at. */
export interface Relationship {
  readonly id: string;
  /** The last part of the type: `styles`, `hyperlink`, `worksheet`. */
  readonly type: string;
  readonly target: string;
  readonly external?: boolean;
}

/** Packs parts as an Office file. Each is XML without its declaration; relationships are by the part that has them, `''` for the file. */
export function packOffice(parts: Readonly<Record<string, string>>, relationships: Readonly<Record<string, readonly Relationship[]>>): Uint8Array {
  const files: Zippable = { '[Content_Types].xml': xml(contentTypes(Object.keys(parts))) };
  for (const [part, list] of Object.entries(relationships)) {
    const slash = part.lastIndexOf('/') + 1;
    files[`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`] = xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
        .map(({ id, type, target, external }) => `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ''}/>`)
        .join('')}</Relationships>`,
    );
  }
  for (const [name, text] of Object.entries(parts)) files[name] = xml(text);
  return zipSync(files, { mtime: MADE, level: 9 });
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function xml(text: string): Uint8Array {
  return strToU8(HEAD + text);
}

const CONTENT_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^word\/document/, 'wordprocessingml.document.main'],
  [/^word\/styles/, 'wordprocessingml.styles'],
  [/^word\/settings/, 'wordprocessingml.settings'],
  [/^xl\/workbook/, 'spreadsheetml.sheet.main'],
  [/^xl\/worksheets/, 'spreadsheetml.worksheet'],
  [/^xl\/sharedStrings/, 'spreadsheetml.sharedStrings'],
  [/^xl\/styles/, 'spreadsheetml.styles'],
];

function contentTypes(parts: readonly string[]): string {
  const overrides = parts.map((part) => {
    const type = CONTENT_TYPES.find(([pattern]) => pattern.test(part))?.[1];
    return type ? `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>` : '';
  });
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}
