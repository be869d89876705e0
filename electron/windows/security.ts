import { readFile } from 'node:fs/promises';
import { app, protocol, type Session, type WebContents } from 'electron';
import { devOrigin, fileBelow, HOST, isOwnUrl, isSamePage, mediaType, PAGE_HEADERS, POLICY, SCHEME } from './pages';

/** Set while the pages come from the development server of this machine; always null in a packaged app. */
export const DEV_ORIGIN: string | null = devOrigin(process.env.DEV_SERVER_URL, app.isPackaged);

/** Whether an address is one of the app's own pages. */
export const isOurs = (url: string): boolean => isOwnUrl(url, DEV_ORIGIN);

/** Makes the scheme of our pages known. Must be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ]);
}

/**
 * Serves `app://bundle/<page>/…` from the bundle, and nothing above that folder.
 * @param root the folder of the built pages; may lie inside app.asar
 */
export function serveBundle(session: Session, root: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    if (url.host !== HOST || request.method !== 'GET') return refusal(403);
    const found = fileBelow(root, url.pathname);
    if ('status' in found) return refusal(found.status);
    try {
      // Electron's fs reads inside app.asar as well
      const body = await readFile(found.file);
      return new Response(body, { headers: { ...PAGE_HEADERS, 'Content-Type': mediaType(found.file) } });
    } catch {
      return refusal(404);
    }
  });
}

const refusal = (status: number): Response =>
  new Response(`${status}`, { status, headers: { 'Content-Security-Policy': POLICY, 'Content-Type': 'text/plain' } });

/** Takes from every page of the session what none of them needs: permissions, devices, downloads, the network. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  // the policy of the pages forbids it already; this also holds for what Chromium would fetch on its own
  session.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] },
    (details, go) => {
      go({ cancel: !isDevelopment(details.url) });
    },
  );
}

function isDevelopment(address: string): boolean {
  return DEV_ORIGIN !== null && new URL(address).host === new URL(DEV_ORIGIN).host;
}

/**
 * Nails every page to its address, whoever made it: it goes nowhere, opens nothing, embeds nothing. Nothing is handed
 * to a browser either; the machine at the desk must not put a browser over the hall's screens.
 */
export function lockContents(log: (line: string) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { preventDefault(): void }, url: string): void => {
      if (isOurs(url) && isSamePage(contents.getURL(), url)) return;
      event.preventDefault();
      log(`page ${contents.id}: refused to go to ${origin(url)}`);
    };
    contents.on('will-navigate', (event, url) => stay(event, url));
    contents.on('will-redirect', (event, url) => stay(event, url));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      log(`page ${contents.id}: refused to open ${origin(url)}`);
      return { action: 'deny' };
    });
  });
}

/** Only where to: what follows in an address may be long and may be private. */
function origin(url: string): string {
  return url.slice(0, 60).replace(/^([a-z][a-z0-9+.-]*:\/*[^/?#]*).*$/i, '$1');
}

/** Whether a message came from the page itself and not from a frame or a foreign page inside its window. */
export function fromOwnPage(event: { readonly senderFrame: Electron.WebFrameMain | null }, of: WebContents): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOurs(frame.url) && frame === of.mainFrame;
}
