import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, openSettings, readSettings, type SettingsShape } from '../../../electron/storage/settings';
import { MORNING, settingsContext, tempFolder } from './set-up';

const CHOSEN: SettingsShape = {
  language: 'en',
  obs: { on: true, address: '192.168.1.20', port: 4456 },
  scanners: [
    {
      path: '/dev/ttyUSB0',
      baudRate: 9600,
      dataBits: 8,
      parity: 'none',
      stopBits: 1,
      door: 'Cửa chính',
      device: { serialNumber: 'A5', pnpId: null, locationId: '1-2', vendorId: '1a86', productId: '7523' },
    },
    { path: 'COM3', baudRate: 115200, dataBits: 7, parity: 'even', stopBits: 2, door: 'Cửa phụ', device: null },
  ],
  windows: {
    stage: { open: true, key: { id: 12, label: 'HDMI-1', width: 1920, height: 1080, x: 1366, y: -20 } },
    slides: { open: false, key: null },
  },
  slidesPort: 40123,
};

describe('settings', () => {
  it('start from the defaults, without writing anything', async () => {
    const ctx = await settingsContext(tempFolder());
    const settings = openSettings(ctx);
    expect(settings.get()).toEqual(DEFAULT_SETTINGS);
    expect(settings.broken).toBeNull();
  });

  it('are there again after a restart', async () => {
    const ctx = await settingsContext(tempFolder());
    openSettings(ctx).patch(CHOSEN);
    expect(openSettings(ctx).get()).toEqual(CHOSEN);
  });

  it('change only what the patch names', async () => {
    const ctx = await settingsContext(tempFolder());
    const settings = openSettings(ctx);
    settings.patch(CHOSEN);
    settings.patch({ language: 'vi' });
    expect(openSettings(ctx).get()).toEqual({ ...CHOSEN, language: 'vi' });
  });

  it.each(['{"language": "en"', '', '[]', 'null', '\u0000\u0000\u0000'])(
    'that are no JSON object (%j) become defaults, and the file is kept beside',
    async (content) => {
      const ctx = await settingsContext(tempFolder());
      fs.writeFileSync(ctx.path, content);
      const settings = openSettings(ctx);
      expect(settings.get()).toEqual(DEFAULT_SETTINGS);
      const kept = path.join(path.dirname(ctx.path), 'settings-broken-2026-02-07-073000.json');
      expect(settings.broken).toBe(kept);
      expect(fs.readFileSync(kept, 'utf8')).toBe(content);
      settings.patch({ language: 'en' });
      expect(openSettings(ctx).get().language).toBe('en');
    },
  );

  it('with one bad part lose that part alone, keep a copy, and are well at the next start', async () => {
    const ctx = await settingsContext(tempFolder());
    fs.writeFileSync(ctx.path, JSON.stringify({ ...CHOSEN, obs: { on: 'yes', address: 'a b', port: 0 } }));
    const settings = openSettings(ctx);
    expect(settings.get()).toEqual({ ...CHOSEN, obs: DEFAULT_SETTINGS.obs });
    expect(fs.readFileSync(settings.broken ?? '', 'utf8')).toContain('a b');
    expect(openSettings(ctx).broken).toBeNull();
  });

  it('of a newer version keep what this version does not know', async () => {
    const ctx = await settingsContext(tempFolder());
    fs.writeFileSync(ctx.path, JSON.stringify({ language: 'en', lan: { port: 8080 } }));
    openSettings(ctx).patch({ language: 'vi' });
    expect(JSON.parse(fs.readFileSync(ctx.path, 'utf8'))).toMatchObject({ language: 'vi', lan: { port: 8080 } });
  });

  it('that cannot be written hold all the same, and say that they will not last', () => {
    const settings = openSettings({
      path: path.join(tempFolder(), 'settings.json'),
      open: () => ({
        get store() {
          return {};
        },
        set store(_value) {
          throw new Error('EROFS: read-only file system');
        },
      }),
      now: () => MORNING,
    });
    expect(() => settings.patch({ language: 'en' })).toThrow(expect.objectContaining({ code: 'settings-not-saved' }));
    expect(settings.get().language).toBe('en');
  });

  it('start even when the store cannot be opened at all', () => {
    const settings = openSettings({
      path: path.join(tempFolder(), 'settings.json'),
      open: () => {
        throw new Error('EACCES');
      },
      now: () => MORNING,
    });
    expect(settings.get()).toEqual(DEFAULT_SETTINGS);
    expect(() => settings.patch({ language: 'en' })).toThrow(/EACCES/);
  });

  it.each([
    [{ scanners: [{ path: '/dev/ttyS0' }] }, ['scanners']],
    [{ windows: { projector: { open: true, key: null } } }, ['windows']],
    [{ windows: { stage: { open: 'perhaps', key: null } } }, ['windows']],
    [{ slidesPort: 0 }, ['slidesPort']],
    [{ language: 'fr' }, ['language']],
    [{ obs: null, language: 7 }, ['language', 'obs']],
  ])('do not believe %j', (raw, dropped) => {
    expect(readSettings(raw).dropped).toEqual(dropped);
    expect(readSettings(raw).settings).toEqual(DEFAULT_SETTINGS);
  });
});
