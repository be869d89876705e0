import { describe, expect, it } from 'vitest';
import {
  type DeviceKeys,
  findDevice,
  isAnonymous,
  type ListedPort,
  score,
} from '../../../../electron/devices/scanner/match';
import { NAMELESS } from '../../../fakes/fake-serial';

const keys = (some: Partial<DeviceKeys>): DeviceKeys => ({ ...NAMELESS, ...some });
const port = (path: string, some: Partial<DeviceKeys>): ListedPort => ({ path, label: '', device: keys(some) });
const MODEL = { vendorId: '1a86', productId: '7523' };

describe('score', () => {
  it('adds serial number 4, name 3, socket 2, model 1', () => {
    const whole = keys({ ...MODEL, serialNumber: 'A1', pnpId: 'usb-x', locationId: '1-2' });
    expect(score(whole, whole)).toBe(10);
    expect(score(whole, keys({ ...MODEL, pnpId: 'usb-x' }))).toBe(4);
    expect(score(whole, keys({ locationId: '1-2' }))).toBe(2);
  });

  it('is 0 for another model or another serial number, whatever else is alike', () => {
    const a = keys({ ...MODEL, serialNumber: 'A1', locationId: '1-2' });
    expect(score(a, { ...a, serialNumber: 'B2' })).toBe(0);
    expect(score(a, { ...a, productId: '0001' })).toBe(0);
  });

  it('says nothing of devices that have nothing to tell them by', () => {
    expect(isAnonymous(NAMELESS)).toBe(true);
    expect(isAnonymous(keys(MODEL))).toBe(false);
  });
});

describe('findDevice', () => {
  it('finds a device by its serial number under another path', () => {
    const wanted = keys({ ...MODEL, serialNumber: 'A1' });
    const free = [
      port('/dev/ttyUSB0', { ...MODEL, serialNumber: 'B2' }),
      port('/dev/ttyUSB1', { ...MODEL, serialNumber: 'A1' }),
    ];
    expect(findDevice(wanted, free, [])).toMatchObject({ is: 'here', port: { path: '/dev/ttyUSB1' } });
  });

  it('does not take another reader of the same model with its own serial number', () => {
    const wanted = keys({ ...MODEL, serialNumber: 'A1' });
    expect(findDevice(wanted, [port('/dev/ttyUSB0', { ...MODEL, serialNumber: 'B2' })], [])).toEqual({ is: 'missing' });
  });

  it('takes the only one of the model where there are no serial numbers', () => {
    expect(findDevice(keys(MODEL), [port('/dev/ttyUSB3', MODEL)], [])).toMatchObject({ is: 'here' });
  });

  it('asks a person when two fit equally well', () => {
    const free = [port('/dev/ttyUSB0', MODEL), port('/dev/ttyUSB1', MODEL)];
    expect(findDevice(keys(MODEL), free, [])).toEqual({ is: 'ambiguous' });
  });

  it('asks a person when another reader that is gone fits the port equally well', () => {
    expect(findDevice(keys(MODEL), [port('/dev/ttyUSB0', MODEL)], [keys(MODEL)])).toEqual({ is: 'ambiguous' });
  });

  it('leaves a port to the reader it fits better, and tells equal ones apart by their sockets', () => {
    const [a, b] = [keys({ ...MODEL, locationId: '1-1' }), keys({ ...MODEL, locationId: '1-2' })];
    const free = [port('/dev/ttyUSB0', b), port('/dev/ttyUSB1', a)];
    expect(findDevice(a, free, [b])).toMatchObject({ is: 'here', port: { path: '/dev/ttyUSB1' } });
    expect(findDevice(a, free.slice(0, 1), [b])).toEqual({ is: 'missing' });
  });
});
