import path from 'node:path';
import type { PageRole } from '../../shared/contract/hall-api';

/** The app's pages are served under this origin; a file: page would share its origin with every file on the disk. */
export const SCHEME = 'app';
export const HOST = 'bundle';
export const ORIGIN = `${SCHEME}://${HOST}`;

/** The folder of each role's page in the renderer bundle. */
const FOLDERS: Readonly<Record<PageRole, string>> = {
  operator: 'operator',
  stage: 'stage',
  slides: 'slides',
  checkin: 'checkin',
  painter: 'painter',
  paper: 'papers',
};

/** Styles may be inline because Mantine puts a style element into the page; nothing else comes from anywhere but us. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** Sent with every file of a page, whoever serves it. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
};

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wav': 'audio/wav',
  '.woff2': 'font/woff2',
};

/** A file that the bundle would not contain is sent as bytes, which no page can run. */
export const mediaType = (file: string): string =>
  MEDIA_TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';

/**
 * The development server's origin, or null. Only an unpackaged app listens to the variable, and only a server on this
 * machine counts: whoever can set a variable must not be able to put a foreign page into the hall.
 */
export function devOrigin(variable: string | undefined, packaged: boolean): string | null {
  if (packaged || variable === undefined || variable === '') return null;
  const url = parse(variable);
  if (url === null || url.protocol !== 'http:') return null;
  return url.hostname === '127.0.0.1' || url.hostname === 'localhost' ? url.origin : null;
}

/** The address of a role's page. */
export function pageUrl(role: PageRole, dev: string | null): string {
  return `${dev ?? ORIGIN}/${FOLDERS[role]}/index.html`;
}

/** Whether an address is one of the app's own pages. */
export function isOwnUrl(address: string, dev: string | null): boolean {
  const url = parse(address);
  if (url === null || url.username !== '' || url.password !== '') return false;
  // Chromium gives a custom scheme the opaque origin "null" in Node's parser, so scheme and host are compared
  if (url.protocol === `${SCHEME}:`) return url.host === HOST;
  return dev !== null && url.origin === dev;
}

/** Whether going from one address to the other leaves the page; a reload and a change of the hash do not. */
export function isSamePage(from: string, to: string): boolean {
  const a = parse(from);
  const b = parse(to);
  return a !== null && b !== null && a.protocol === b.protocol && a.host === b.host && a.pathname === b.pathname;
}

export type Found = { readonly file: string } | { readonly status: 400 | 403 };

/**
 * The file below `root` that a path in an address names. A folder means its index.html.
 * @param pathname as it stands in the address, still percent-encoded
 */
export function fileBelow(root: string, pathname: string): Found {
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return { status: 400 };
  }
  // a backslash is a separator on Windows only; refusing it everywhere keeps one behaviour to test
  if (name.includes('\0') || name.includes('\\')) return { status: 400 };
  const file = path.resolve(
    root,
    `.${name.startsWith('/') ? '' : '/'}${name}${name.endsWith('/') ? 'index.html' : ''}`,
  );
  const back = path.relative(root, file);
  if (back === '' || back === '..' || back.startsWith(`..${path.sep}`) || path.isAbsolute(back)) return { status: 403 };
  return { file };
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
