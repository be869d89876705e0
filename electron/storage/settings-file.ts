import path from 'node:path';
import ElectronStore from 'electron-store';
import type { SettingsContext } from './settings';

/** The settings' place in the user data folder. */
export function settingsFile(userData: string): SettingsContext {
  return {
    path: path.join(userData, 'settings.json'),
    open: () => new ElectronStore({ name: 'settings', cwd: userData }),
    now: () => Date.now(),
  };
}
