import type { Words } from './words';

/** What the desk is told when it opens a window: why it was not opened, or why it is not full screen. */
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
} as const satisfies Words;
