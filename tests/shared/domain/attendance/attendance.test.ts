import { describe, expect, it } from 'vitest';
import { badgeKey, counts, delegateOfBadge, RECENT_SCANS } from '../../../../shared/domain/attendance/attendance';
import { at, delegate, did, openHall, scan } from '../../plans';

describe('a scan', () => {
  it('of a known badge checks its delegate in, with time and door', () => {
    const hall = openHall();
    hall.do(at('07:10', 3), scan('HP0002', at('07:10'), { door: 'Cửa chính' }));
    expect(hall.state.attendance.present[did('d2')]).toEqual({
      seq: 3,
      at: at('07:10'),
      door: 'Cửa chính',
      source: 'serial',
    });
    expect(hall.state.attendance.recent[0]).toMatchObject({ verdict: 'new', delegateId: 'd2', text: 'HP0002' });
  });
  it('of a badge that is in already keeps the first time and door', () => {
    const hall = openHall();
    hall.do(at('07:10'), scan('HP0002', at('07:10')));
    hall.do(at('07:20'), scan('HP0002', at('07:20'), { door: 'Cửa 2' }));
    expect(hall.state.attendance.present[did('d2')]).toMatchObject({ at: at('07:10'), door: 'Cửa 1' });
    expect(hall.state.attendance.recent[0]).toMatchObject({ verdict: 'already', delegateId: 'd2', door: 'Cửa 2' });
  });
  it('of a strange badge is kept as unknown', () => {
    const hall = openHall();
    hall.do(at('07:10'), scan('ZZ9', at('07:10')));
    expect(hall.state.attendance.recent[0]).toMatchObject({ verdict: 'unknown', delegateId: null });
    expect(hall.state.attendance.scans).toBe(1);
  });
  it('that could not be read is never taken for a delegate', () => {
    const hall = openHall();
    hall.do(at('07:10'), scan('HP0002', at('07:10'), { readable: false }));
    expect(hall.state.attendance.recent[0]).toMatchObject({ verdict: 'unreadable', delegateId: null });
    expect(hall.state.attendance.present).toEqual({});
  });
  it('counts again after it was taken back', () => {
    const hall = openHall();
    hall.do(at('07:10'), scan('HP0002', at('07:10')));
    hall.do(at('07:11'), { type: 'checkin.undo', delegateId: did('d2') });
    expect(hall.state.attendance.present[did('d2')]).toBeUndefined();
    hall.do(at('07:12'), scan('HP0002', at('07:12')));
    expect(hall.state.attendance.present[did('d2')]?.at).toBe(at('07:12'));
  });
  it('typed at the desk is the same as one from a reader', () => {
    const hall = openHall();
    hall.do(at('07:10'), { type: 'checkin.code', text: 'hp0003', door: 'Bàn đón tiếp' });
    expect(hall.state.attendance.present[did('d3')]).toMatchObject({ source: 'wedge', at: at('07:10') });
  });
  it('stays on the panel only among the newest', () => {
    const hall = openHall();
    for (let i = 0; i < RECENT_SCANS + 5; i++) hall.do(at('07:10', i), scan(`X${i}`, at('07:10', i)));
    expect(hall.state.attendance.recent).toHaveLength(RECENT_SCANS);
    expect(hall.state.attendance.recent[0]?.text).toBe(`X${RECENT_SCANS + 4}`);
    expect(hall.state.attendance.scans).toBe(RECENT_SCANS + 5);
  });
});

describe('a badge', () => {
  it('is the same in either case, with blanks around it and with a symbology mark before it', () => {
    for (const text of ['HP0001', 'hp0001', '  HP0001\r', ']C1HP0001', ' ]C1HP0001 ', ']Q3 hp0001']) {
      expect(badgeKey(text)).toBe('HP0001');
    }
  });
  it('belongs to its delegate in every form that a reader may send', () => {
    const list = [delegate(1, { badges: ['HP0001', '1A00B2C3D4', '0011715540'] }), delegate(2)];
    expect(delegateOfBadge(list, '1a00b2c3d4')?.id).toBe('d1');
    expect(delegateOfBadge(list, '0011715540')?.id).toBe('d1');
    expect(delegateOfBadge(list, '11715540')).toBeNull();
  });
  it('that is empty belongs to nobody', () => {
    expect(delegateOfBadge([delegate(1, { badges: ['', ' '] })], ' ')).toBeNull();
    expect(delegateOfBadge([delegate(1, { badges: [''] })], ']C1')).toBeNull();
  });
});

describe('the numbers', () => {
  it('count persons, not scans, by unit in the organiser’s order', () => {
    const hall = openHall();
    for (const n of [1, 3, 3, 3, 2]) hall.do(at('07:10'), scan(`HP000${n}`, at('07:10')));
    hall.do(at('07:11'), { type: 'checkin.mark', delegateId: did('d4'), door: 'Bàn' });
    expect(counts(hall.state.attendance)).toEqual({
      present: 4,
      summoned: 6,
      units: [
        { unit: 'Chi bộ Lẻ', present: 2, summoned: 3 },
        { unit: 'Chi bộ Chẵn', present: 2, summoned: 3 },
      ],
    });
  });
  it('start from nothing when another event is opened', () => {
    const hall = openHall();
    hall.do(at('07:10'), scan('HP0001', at('07:10')));
    const plan = hall.state.plan;
    if (plan === null) throw new Error('no plan');
    hall.do(at('07:20'), { type: 'event.open', plan, delegates: [delegate(1)], mode: 'planned' });
    expect(counts(hall.state.attendance)).toMatchObject({ present: 0, summoned: 1 });
    expect(hall.state.attendance).toMatchObject({ recent: [], scans: 0 });
  });
});
