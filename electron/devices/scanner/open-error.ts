/** Why a port cannot be opened; a code of words/scanner. */
export type OpenCode =
  | 'scanner-missing'
  | 'scanner-busy'
  | 'scanner-denied'
  | 'scanner-denied-linux'
  | 'scanner-not-serial'
  | 'scanner-bad-settings'
  | 'scanner-slow'
  | 'scanner-ambiguous'
  | 'scanner-failed';

/**
 * The serial library tells its errors only in words of its own, so the words are read here and nowhere else. Windows
 * says "Access denied" for a port that another program has open.
 */
export function openCode(message: string, platform: NodeJS.Platform): OpenCode {
  const m = message.toLowerCase();
  if (/cannot lock port|device or resource busy|resource temporarily unavailable|ebusy/.test(m)) return 'scanner-busy';
  if (/access denied|access is denied/.test(m)) return platform === 'win32' ? 'scanner-busy' : 'scanner-denied';
  if (/permission denied|operation not permitted|eacces|eperm/.test(m)) {
    return platform === 'linux' ? 'scanner-denied-linux' : 'scanner-denied';
  }
  if (/no such file|no such device|file not found|enoent|enxio|enodev/.test(m)) return 'scanner-missing';
  if (/inappropriate ioctl|is a directory|not a typewriter|enotty/.test(m)) return 'scanner-not-serial';
  if (/invalid (parity|data bits|stop bits)|baud rate|parameter is incorrect|invalid argument/.test(m)) {
    return 'scanner-bad-settings';
  }
  return 'scanner-failed';
}

/** Trying again by itself will not help; a person must change something first. */
export function needsPerson(code: OpenCode): boolean {
  return (
    code === 'scanner-denied' ||
    code === 'scanner-denied-linux' ||
    code === 'scanner-not-serial' ||
    code === 'scanner-bad-settings'
  );
}
