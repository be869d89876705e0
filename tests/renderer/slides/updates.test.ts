import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followSlides, roleOf, type Source } from '../../../renderer/slides/updates';
import type { Slide } from '../../../shared/domain/scenes/slide';

class FakeSource implements Source {
  readyState = 1;
  closed = false;
  onerror: ((event: Event) => void) | null = null;
  #listeners: ((event: MessageEvent<string>) => void)[] = [];
  addEventListener(_type: 'slide', listener: (event: MessageEvent<string>) => void): void {
    this.#listeners.push(listener);
  }
  close(): void {
    this.closed = true;
  }
  tell(data: string): void {
    for (const l of this.#listeners) l(new MessageEvent('slide', { data }));
  }
  fail(readyState: number): void {
    this.readyState = readyState;
    this.onerror?.(new Event('error'));
  }
}

const BANNER: Slide = { role: 'banner', lines: ['HỘI NGHỊ'] };
let sources: FakeSource[];
let taken: Slide[];
let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  sources = [];
  taken = [];
  stop = followSlides(
    'banner',
    () => {
      const s = new FakeSource();
      sources.push(s);
      return s;
    },
    (slide) => taken.push(slide),
  );
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('a slide page in OBS', () => {
  it('takes its role from its address', () => {
    expect(roleOf('?role=agenda')).toBe('agenda');
    expect(roleOf('?role=feed')).toBe('banner');
    expect(roleOf('')).toBe('banner');
  });

  it('shows the slides of its role and no other', () => {
    sources[0]?.tell(JSON.stringify({ role: 'banner', slide: BANNER }));
    sources[0]?.tell(JSON.stringify({ role: 'agenda', slide: { role: 'agenda', heading: '', rows: [] } }));
    expect(taken).toEqual([BANNER]);
  });

  it('is not disturbed by what it cannot read', () => {
    sources[0]?.tell('{');
    sources[0]?.tell('null');
    sources[0]?.tell(JSON.stringify({ role: 'banner' }));
    expect(taken).toEqual([]);
  });

  it('leaves a source alone that reconnects by itself, and opens a new one when it gave up', () => {
    sources[0]?.fail(0);
    vi.advanceTimersByTime(5000);
    expect(sources).toHaveLength(1);
    sources[0]?.fail(2);
    vi.advanceTimersByTime(5000);
    expect(sources).toHaveLength(2);
    sources[1]?.tell(JSON.stringify({ role: 'banner', slide: BANNER }));
    expect(taken).toEqual([BANNER]);
  });

  it('opens nothing more once it was stopped', () => {
    sources[0]?.fail(2);
    stop();
    vi.advanceTimersByTime(5000);
    expect(sources).toHaveLength(1);
    expect(sources[0]?.closed).toBe(true);
  });
});
