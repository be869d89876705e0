import type { Words } from './words';

/** Lamps whose part has no words of its own. */
export const LAMPS = {
  storage: { vi: 'Lưu', en: 'Disk' },
  obs: { vi: 'OBS', en: 'OBS' },
  scanner: { vi: 'Máy quét', en: 'Scanner' },
  stage: { vi: 'Sân khấu', en: 'Stage' },
  clock: { vi: 'Giờ', en: 'Clock' },
  'level-ok': { vi: 'tốt', en: 'ok' },
  'level-warn': { vi: 'chú ý', en: 'look' },
  'level-bad': { vi: 'hỏng', en: 'fault' },
  'level-off': { vi: 'chưa dùng', en: 'off' },
  'storage-saved': { vi: 'Mọi việc đã ghi xuống đĩa.', en: 'Everything is on disk.' },
  'storage-pending': {
    vi: '{n} việc chưa ghi được xuống đĩa, đang thử lại.',
    en: '{n} entries are not on disk yet; trying again.',
  },
  'scanners-none': {
    vi: 'Chưa mở máy quét nào. Vẫn điểm danh được bằng tên.',
    en: 'No scanner is open. Check-in by name works.',
  },
  'scanners-open': { vi: '{n} máy quét đang mở.', en: '{n} scanners are open.' },
  'stage-closed': { vi: 'Chưa mở màn hình sân khấu.', en: 'The stage screen is not open.' },
  'stage-windowed': { vi: 'Màn hình sân khấu mở trong khung.', en: 'The stage screen is open in a frame.' },
  'stage-fullscreen': { vi: 'Sân khấu hiện trên {display}.', en: 'The stage shows on {display}.' },
  'stage-parked': {
    vi: 'Màn hình sân khấu đã bị rút. Cắm lại, hoặc chọn màn hình khác.',
    en: 'The stage display is gone. Plug it in again or choose another.',
  },
  'clock-ok': { vi: 'Đồng hồ máy chạy đều.', en: 'The machine’s clock runs evenly.' },
  'clock-stepped': {
    vi: 'Đồng hồ máy bị chỉnh {s} giây trong 10 phút qua.',
    en: 'The machine’s clock was stepped by {s} s within the last 10 minutes.',
  },
  'clock-slept': {
    vi: 'Máy đã ngủ {s} giây trong 10 phút qua.',
    en: 'The machine slept for {s} s within the last 10 minutes.',
  },
} as const satisfies Words;
