import { expect, it } from 'vitest';
import { needsPerson, openCode } from '../../../../electron/devices/scanner/open-error';
import { SCANNER } from '../../../../shared/words/scanner';

it.each([
  ['Error: No such file or directory, cannot open /dev/ttyUSB0', 'linux', 'scanner-missing'],
  ["ENOENT: no such file or directory, stat '/dev/ttyUSB0'", 'linux', 'scanner-missing'],
  ['Opening COM3: File not found', 'win32', 'scanner-missing'],
  ['Error: Permission denied, cannot open /dev/ttyUSB0', 'linux', 'scanner-denied-linux'],
  ['Error: Permission denied, cannot open /dev/tty.usb', 'darwin', 'scanner-denied'],
  ['Opening COM3: Access denied', 'win32', 'scanner-busy'],
  ['Error Resource temporarily unavailable Cannot lock port', 'linux', 'scanner-busy'],
  ['Error: Device or resource busy, cannot open /dev/ttyUSB0', 'linux', 'scanner-busy'],
  ['Error: Inappropriate ioctl for device setting custom baud rate of 9600', 'linux', 'scanner-not-serial'],
  ['Error: Is a directory, cannot open /tmp', 'linux', 'scanner-not-serial'],
  ['ENOTTY: no serial port', 'linux', 'scanner-not-serial'],
  ['Invalid parity setting 2', 'linux', 'scanner-bad-settings'],
  ['Opening COM3: The parameter is incorrect', 'win32', 'scanner-bad-settings'],
  ['Error: Input/output error, cannot open /dev/ttyS0', 'linux', 'scanner-failed'],
] as const)('reads "%s" on %s as %s, which has its sentence', (message, platform, code) => {
  expect(openCode(message, platform)).toBe(code);
  expect(SCANNER[code].vi).not.toBe('');
});

it('calls a person only where waiting does not help', () => {
  expect(needsPerson('scanner-denied-linux')).toBe(true);
  expect(needsPerson('scanner-busy')).toBe(false);
  expect(needsPerson('scanner-missing')).toBe(false);
});
