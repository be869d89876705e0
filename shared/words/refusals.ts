import type { Words } from './words';

/** Why a command was refused: what, and what to do. */
export const REFUSALS = {
  'no-event': {
    vi: 'Chưa mở hội nghị nào. Hãy mở hội nghị mẫu hoặc một kế hoạch.',
    en: 'No event is open. Open the sample event or a plan.',
  },
  'no-such-segment': { vi: 'Không còn mục này trong chương trình.', en: 'That item is no longer on the agenda.' },
  'nothing-runs': { vi: 'Chưa có mục nào đang chạy.', en: 'No item is running.' },
  'already-running': {
    vi: 'Mục này đang chạy. Muốn sang mục sau, bấm Mục kế; muốn chạy lại từ đầu, nạp mục này rồi bấm Bắt đầu.',
    en: 'This item is running. Press Next for the next one; to run it again from the top, load it and press Start.',
  },
  'counts-up': {
    vi: 'Mục này không có giờ kết thúc nên đồng hồ đếm lên; không có gì để cộng hay trừ.',
    en: 'This item has no end, so the timer counts up; there is nothing to add to or take from.',
  },
  'already-paused': { vi: 'Đồng hồ đang tạm dừng.', en: 'The timer is paused already.' },
  'not-paused': { vi: 'Đồng hồ không tạm dừng.', en: 'The timer is not paused.' },
  'last-segment': { vi: 'Đây là mục cuối cùng của chương trình.', en: 'This is the last item of the agenda.' },
  'first-segment': { vi: 'Không có mục nào đã chạy trước mục này.', en: 'No earlier item has run.' },
  'event-over': {
    vi: 'Chương trình đã hết. Chọn một mục nếu muốn chạy lại.',
    en: 'The agenda is over. Choose an item to run it again.',
  },
  'no-such-delegate': { vi: 'Không có đại biểu này trong danh sách.', en: 'That delegate is not on the roster.' },
  'not-present': { vi: 'Đại biểu này chưa điểm danh.', en: 'That delegate is not checked in.' },
  'already-present': { vi: 'Đại biểu này đã điểm danh.', en: 'That delegate is checked in already.' },
  'no-message': { vi: 'Không có lời nhắn nào trên sân khấu.', en: 'There is no message on the stage.' },
  'not-connected': {
    vi: 'Màn hình này mất liên lạc với chương trình. Đóng rồi mở lại cửa sổ.',
    en: 'This screen has lost the app. Close the window and open it again.',
  },
  'not-allowed': { vi: 'Màn hình này không được ra lệnh đó.', en: 'This screen may not give that command.' },
  'bad-command': { vi: 'Lệnh không hợp lệ: {detail}', en: 'That command makes no sense: {detail}' },
  'not-ready': {
    vi: 'Chương trình đang mở sổ ghi, xin đợi một chút.',
    en: 'The app is opening its journal; a moment, please.',
  },
  closing: { vi: 'Chương trình đang đóng.', en: 'The app is closing.' },
  failed: { vi: 'Không làm được: {detail}', en: 'That failed: {detail}' },
} as const satisfies Words;
