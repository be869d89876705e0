import { CALL_LIMIT_MS, type Connection } from './connection';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** OBS sends no event when its canvas changes, so every this many heartbeats it is asked. */
const EVERY_BEATS = 4;

/**
 * Notices that the base canvas of OBS was changed.
 * @param current the size that is known; null while OBS may not be asked.
 * @returns what to call at each heartbeat.
 */
export function createCanvasWatch(
  call: Connection['call'],
  current: () => Size | null,
  changed: (size: Size) => void,
): () => void {
  let beats = 0;
  const look = async (): Promise<void> => {
    try {
      const video = await call('GetVideoSettings', undefined, CALL_LIMIT_MS);
      const known = current();
      const size = { width: video.baseWidth, height: video.baseHeight };
      if (known !== null && (known.width !== size.width || known.height !== size.height)) changed(size);
    } catch {
      // the next heartbeat asks again, and says so itself when OBS is gone
    }
  };
  return () => {
    if (++beats % EVERY_BEATS === 0 && current() !== null) void look();
  };
}
