import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  devOrigin,
  fileBelow,
  isOwnUrl,
  isSamePage,
  mediaType,
  POLICY,
  pageUrl,
} from '../../../electron/windows/pages';

const ROOT = path.resolve('/bundle/renderer');

describe('the pages of the app', () => {
  it('finds a file and takes a folder for its index page', () => {
    expect(fileBelow(ROOT, '/operator/index.html')).toEqual({ file: path.join(ROOT, 'operator/index.html') });
    expect(fileBelow(ROOT, '/operator/')).toEqual({ file: path.join(ROOT, 'operator/index.html') });
    expect(fileBelow(ROOT, 'assets/a%20b.js')).toEqual({ file: path.join(ROOT, 'assets/a b.js') });
    expect(fileBelow(ROOT, '/..well/x.js')).toEqual({ file: path.join(ROOT, '..well/x.js') });
  });

  it.each([
    '/../main/main.cjs',
    '/..%2fmain%2fmain.cjs',
    '/operator/../../main.cjs',
    '/%2e%2e%2f%2e%2e%2fpackage.json',
    '/..',
    '/%2e%2e',
  ])('refuses %s, which leaves the folder', (pathname) => {
    expect(fileBelow(ROOT, pathname)).toEqual({ status: 403 });
  });

  it.each(['/%00', '/%zz', '/operator/..%5c..%5cpackage.json', '/a\0b'])('refuses %s, which is no path', (pathname) => {
    expect(fileBelow(ROOT, pathname)).toEqual({ status: 400 });
  });

  it('keeps a path that starts with two slashes below the folder', () => {
    expect(fileBelow(ROOT, '//etc/passwd')).toEqual({ file: path.join(ROOT, 'etc/passwd') });
  });

  it('knows its own addresses and no others', () => {
    expect(isOwnUrl(pageUrl('stage', null), null)).toBe(true);
    expect(pageUrl('paper', null)).toBe('app://bundle/papers/index.html');
    for (const foreign of [
      'app://other/stage/index.html',
      'app://bundle.example/stage/index.html',
      'app://user@bundle/stage/index.html',
      'https://bundle/stage/index.html',
      'file:///bundle/stage/index.html',
      'data:text/html,app://bundle',
      'about:blank',
      '',
    ])
      expect(isOwnUrl(foreign, null), foreign).toBe(false);
  });

  it('takes a development server for its own only while there is one', () => {
    const page = 'http://127.0.0.1:5173/stage/index.html';
    expect(isOwnUrl(page, 'http://127.0.0.1:5173')).toBe(true);
    expect(isOwnUrl(page, 'http://127.0.0.1:5174')).toBe(false);
    expect(isOwnUrl(page, null)).toBe(false);
  });

  it('listens to a development server only unpackaged and only on this machine', () => {
    expect(devOrigin('http://127.0.0.1:5173/', false)).toBe('http://127.0.0.1:5173');
    expect(devOrigin('http://localhost:5173', false)).toBe('http://localhost:5173');
    expect(devOrigin('http://127.0.0.1:5173/', true)).toBeNull();
    expect(devOrigin('http://example.invalid:5173/', false)).toBeNull();
    expect(devOrigin('http://127.0.0.1.example.invalid/', false)).toBeNull();
    expect(devOrigin('file:///tmp/x', false)).toBeNull();
    expect(devOrigin('nonsense', false)).toBeNull();
    expect(devOrigin('', false)).toBeNull();
    expect(devOrigin(undefined, false)).toBeNull();
  });

  it('lets a page reload itself and change its hash, and go nowhere else', () => {
    const at = 'app://bundle/stage/index.html';
    expect(isSamePage(at, at)).toBe(true);
    expect(isSamePage(at, `${at}?x=1#y`)).toBe(true);
    expect(isSamePage(at, 'app://bundle/operator/index.html')).toBe(false);
    expect(isSamePage(at, 'https://bundle/stage/index.html')).toBe(false);
    expect(isSamePage('', at)).toBe(false);
  });

  it('sends an unknown kind of file as bytes', () => {
    expect(mediaType('a/b.JS')).toBe('text/javascript; charset=utf-8');
    expect(mediaType('a/b.exe')).toBe('application/octet-stream');
    expect(mediaType('a/b')).toBe('application/octet-stream');
  });

  it('lets nothing run that is not in the bundle', () => {
    expect(POLICY).toContain("default-src 'none'");
    expect(POLICY).toContain("script-src 'self';");
    expect(POLICY).not.toMatch(/unsafe-eval|\*|https?:/);
  });
});
