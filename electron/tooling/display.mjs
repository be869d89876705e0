// Sees to it that the app has a screen: the machine's own, or a virtual one that is named to the person starting it.
import { ensureXvfb, hasDisplay, startXvfb } from './virtual-display.mjs';

/** @typedef {{ env: NodeJS.ProcessEnv, stop: () => Promise<void> }} Display what to add to the app's environment */

/** @param {string} name such as `:3` @returns {string} */
export const virtualDisplayNotice = (name) =>
  [
    `Máy không có màn hình: ứng dụng chạy trên màn hình ảo ${name}. Muốn xem, gõ "x11vnc -display ${name} -localhost" rồi mở trình xem VNC tới 127.0.0.1:5900.`,
    `This machine has no display: the app runs on virtual display ${name}. To look at it, type "x11vnc -display ${name} -localhost" and point a VNC viewer at 127.0.0.1:5900.`,
  ].join('\n');

export const noDisplayNotice = [
  'Không có màn hình và cũng không có Xvfb: hãy chạy trong phiên đồ hoạ, hoặc gõ "sudo apt-get install -y xvfb xauth" rồi chạy lại.',
  'There is no display and no Xvfb: start it in a desktop session, or type "sudo apt-get install -y xvfb xauth" and start it again.',
].join('\n');

/**
 * @param {(sentence: string) => void} log
 * @param {{ outlivesApp: boolean }} options whether one app after the other will use it
 * @returns {Promise<Display | null>} null when there is nowhere to show a window; that has been said then
 */
export async function ensureDisplay(log, { outlivesApp }) {
  if (hasDisplay()) return { env: {}, stop: async () => undefined };
  if (!(await ensureXvfb(() => undefined))) {
    log(noDisplayNotice);
    return null;
  }
  const server = await startXvfb({ endWithLastWindow: !outlivesApp });
  log(virtualDisplayNotice(server.name));
  return { env: { DISPLAY: server.name, DIEMCAU_VIRTUAL_DISPLAY: '1' }, stop: server.stop };
}
