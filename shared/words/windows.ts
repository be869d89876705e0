import type { Words } from './words';

/** What the desk is told about its windows and displays: why one was not opened, and why one is not where it was put. */
export const WINDOWS = {
  'no-such-display': {
    vi: 'Không còn thấy màn hình đó. Kiểm tra cáp rồi chọn lại.',
    en: 'That display is no longer there. Check its cable and choose again.',
  },
  'display-taken': {
    vi: 'Màn hình đó đang dùng cho cửa sổ khác. Đóng cửa sổ kia hoặc chọn màn hình khác.',
    en: 'Another window is on that display. Close that window or choose another display.',
  },
  'own-display': {
    vi: 'Đây là màn hình của bàn điều khiển nên cửa sổ mở trong khung. Bấm F11 trong cửa sổ đó để phóng toàn màn hình, Esc để thu lại.',
    en: 'This is the desk’s own display, so the window opens in a frame. Press F11 in that window for full screen, Esc to leave it.',
  },
  parked: {
    vi: 'Màn hình của cửa sổ này đã rút ra, hoặc bàn điều khiển đang nằm trên đó. Cửa sổ tạm ẩn và tự trở lại khi có màn hình.',
    en: 'The display of this window is gone, or the desk’s own window is on it. The window is hidden and comes back by itself when its display is free.',
  },
  closed: { vi: 'Chưa mở.', en: 'Not open.' },
  windowed: { vi: 'Đang mở trong khung.', en: 'Open in a frame.' },
  fullscreen: { vi: 'Đang chiếu toàn màn hình.', en: 'Full screen.' },
} as const satisfies Words;
