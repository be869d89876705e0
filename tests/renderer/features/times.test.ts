import { describe, expect, it } from 'vitest';
import { lateness, latenessSentence, signed } from '../../../renderer/features/desk/times';
import { speaker } from '../../../renderer/features/desk/words';
import { type Duration, duration, HOUR, MINUTE } from '../../../shared/time/time';

const minutes = (n: number): Duration => duration(n * MINUTE);
const vi = (d: Duration | null): string => latenessSentence(d, speaker('vi'));

describe('how far the day is from its plan', () => {
  it('is said in minutes, and from an hour on in hours', () => {
    expect(vi(minutes(4))).toBe('Chậm 4 phút');
    expect(vi(minutes(-59))).toBe('Sớm 59 phút');
    expect(vi(minutes(130))).toBe('Chậm 2 giờ 10 phút');
    expect(latenessSentence(minutes(130), speaker('en'))).toBe('2 h 10 min late');
    expect(vi(minutes(0))).toBe('Đúng lịch');
  });

  it('is not told in minutes where the plan is for another day', () => {
    const days = duration(-288 * 24 * HOUR);
    expect(lateness(days)).toBe('far');
    expect(vi(days)).toBe('Lịch của ngày khác');
    expect(signed(days)).toBe('');
    expect(signed(minutes(-465))).toBe('−465');
  });

  it('is left open where there is nothing to compare with', () => {
    expect(lateness(null)).toBe('unknown');
    expect(vi(null)).toBe('Chưa so được với lịch');
  });
});
