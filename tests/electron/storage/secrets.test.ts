import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSecrets, type SafeStorage, type Secrets } from '../../../electron/storage/secrets';
import { openSettings } from '../../../electron/storage/settings';
import { inProcess, settingsContext, tempFolder } from './set-up';

const PASSWORD = 'Mật-khẩu-OBS-9f3a';

/** A keyring that turns bytes round; `prefix` is what Chromium puts before what it has encrypted. */
function keyring(prefix: string, more: Partial<SafeStorage> = {}): SafeStorage {
  const turned = (b: Buffer): Buffer => Buffer.from(b.map((x) => x ^ 0x5a));
  return {
    isEncryptionAvailable: () => true,
    encryptString: (t) => Buffer.concat([Buffer.from(prefix), turned(Buffer.from(t))]),
    decryptString: (b) => turned(b.subarray(prefix.length)).toString(),
    ...more,
  };
}

const open = (safeStorage: SafeStorage, folder: string, platform = 'linux'): Secrets =>
  openSecrets({ safeStorage, file: path.join(folder, 'secrets.json'), platform });

/** Every file in the folder, whose bytes hold the text in any of the ways it could be written down. */
function filesWith(folder: string, text: string): readonly string[] {
  const forms = [text, Buffer.from(text).toString('base64'), Buffer.from(text).toString('hex'), JSON.stringify(text)];
  const names = fs.readdirSync(folder, { recursive: true }).map((n) => path.join(folder, String(n)));
  return names.filter((n) => fs.statSync(n).isFile() && forms.some((f) => fs.readFileSync(n).includes(f)));
}

describe('a password', () => {
  it('is kept with a keyring, is there after a restart, and never in plain text', () => {
    const folder = tempFolder();
    open(keyring('v11'), folder).set('obs', PASSWORD);
    const again = open(keyring('v11'), folder);
    expect(again.keyring).toBe(true);
    expect(again.get('obs')).toBe(PASSWORD);
    expect(again.get('other')).toBeNull();
    expect(filesWith(folder, PASSWORD)).toEqual([]);
    expect(fs.statSync(path.join(folder, 'secrets.json')).mode & 0o077).toBe(0);
  });

  it('is found nowhere in the user data folder, whatever else is kept there', async () => {
    const folder = tempFolder();
    open(keyring('v10'), folder).set('obs', PASSWORD);
    open(keyring('v11'), folder).set('obs', PASSWORD);
    openSettings(await settingsContext(folder)).patch({ obs: { on: true, address: '127.0.0.1', port: 4455 } });
    const journal = inProcess(folder);
    await journal.recover();
    await journal.close();
    expect(fs.readdirSync(folder).length).toBeGreaterThan(2);
    expect(filesWith(folder, PASSWORD)).toEqual([]);
  });

  it('is forgotten on both sides when it is taken back', () => {
    const folder = tempFolder();
    const secrets = open(keyring('v11'), folder);
    secrets.set('obs', PASSWORD);
    secrets.set('obs', null);
    expect(secrets.get('obs')).toBeNull();
    expect(open(keyring('v11'), folder).get('obs')).toBeNull();
  });

  it('that another user or machine encrypted is not known, and is no error', () => {
    const folder = tempFolder();
    open(keyring('v11'), folder).set('obs', PASSWORD);
    const locked = keyring('v11', {
      decryptString: () => {
        throw new Error('decryption failed');
      },
    });
    expect(open(locked, folder).get('obs')).toBeNull();
  });

  it('that cannot be encrypted any more is kept in memory, and the old one does not come back', () => {
    const folder = tempFolder();
    open(keyring('v11'), folder).set('obs', 'the old one');
    let locked = false;
    const ring = keyring('v11');
    const secrets = open(
      {
        ...ring,
        encryptString: (t) => {
          if (locked) throw new Error('the keyring is locked');
          return ring.encryptString(t);
        },
      },
      folder,
    );
    locked = true;
    secrets.set('obs', PASSWORD);
    expect(secrets.get('obs')).toBe(PASSWORD);
    expect(open(keyring('v11'), folder).get('obs')).toBeNull();
  });

  it('survives a file that is not ours', () => {
    const folder = tempFolder();
    fs.writeFileSync(path.join(folder, 'secrets.json'), '{"obs": 7');
    const secrets = open(keyring('v11'), folder);
    expect(secrets.get('obs')).toBeNull();
    secrets.set('obs', PASSWORD);
    expect(open(keyring('v11'), folder).get('obs')).toBe(PASSWORD);
  });
});

describe('without a real keyring', () => {
  const none: readonly (readonly [string, SafeStorage])[] = [
    ['none is available', keyring('v11', { isEncryptionAvailable: () => false })],
    ['the key is the one every copy of Chromium has', keyring('v10')],
    ['the backend is basic_text', keyring('v11', { getSelectedStorageBackend: () => 'basic_text' })],
    ['the backend is not known', keyring('v11', { getSelectedStorageBackend: () => 'unknown' })],
    [
      'asking it fails',
      keyring('v11', {
        isEncryptionAvailable: () => {
          throw new Error('no bus');
        },
      }),
    ],
  ];
  it.each(none)('(%s) a password is kept in memory only, and nothing of it is on disk', (_why, safeStorage) => {
    const folder = tempFolder();
    const secrets = open(safeStorage, folder);
    expect(secrets.keyring).toBe(false);
    secrets.set('obs', PASSWORD);
    expect(secrets.get('obs')).toBe(PASSWORD);
    expect(fs.readdirSync(folder)).toEqual([]);
    expect(open(safeStorage, folder).get('obs')).toBeNull();
  });

  it('a password from a time with one is not left behind when it is changed', () => {
    const folder = tempFolder();
    open(keyring('v11'), folder).set('obs', 'the old one');
    open(keyring('v10'), folder).set('obs', PASSWORD);
    expect(open(keyring('v11'), folder).get('obs')).toBeNull();
  });
});

describe('with a keyring', () => {
  it('that Electron names, the name decides', () => {
    const named = keyring('xyz', { getSelectedStorageBackend: () => 'gnome_libsecret' });
    expect(open(named, tempFolder()).keyring).toBe(true);
  });

  it.each(['win32', 'darwin'])('of %s the system is trusted', (platform) => {
    expect(open(keyring('v10'), tempFolder(), platform).keyring).toBe(true);
  });
});
