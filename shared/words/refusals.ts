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
  'segment-exists': { vi: 'Đã có một mục mang mã này.', en: 'There is an item with that id already.' },
  'segment-is-on': {
    vi: 'Mục đang chạy phải còn trong chương trình. Dừng hoặc sang mục khác trước đã.',
    en: 'The item that is on must stay on the agenda. Stop it or go on to another one first.',
  },
  'no-days': { vi: 'Hội nghị phải có ít nhất một ngày.', en: 'An event needs at least one day.' },
  'no-such-difference': {
    vi: 'Kế hoạch đã đổi từ lúc so sánh. Hãy so sánh lại.',
    en: 'The plan has changed since it was compared. Compare again.',
  },
  'nothing-to-undo': { vi: 'Không còn gì để hoàn tác.', en: 'There is nothing to undo.' },
  'nothing-to-redo': { vi: 'Không còn gì để làm lại.', en: 'There is nothing to redo.' },
  'no-such-event': { vi: 'Không còn hội nghị này trong thư viện.', en: 'That event is no longer in the library.' },
  'event-is-open': {
    vi: 'Hội nghị này đang mở. Mở hội nghị khác trước khi cất hoặc xoá.',
    en: 'That event is open. Open another one before you archive or delete it.',
  },
  'not-an-event-file': {
    vi: 'Tệp này không phải là hội nghị do chương trình xuất ra. Hãy chọn tệp có đuôi .diemcau.json.',
    en: 'That file is not an event this app has exported. Choose a file ending in .diemcau.json.',
  },
  'event-file-damaged': {
    vi: 'Tệp hội nghị bị hỏng hoặc chép chưa hết. Hãy xuất lại từ máy kia rồi chép sang.',
    en: 'The event file is damaged or not whole. Export it again on the other computer and copy it over.',
  },
  'event-file-newer': {
    vi: 'Tệp hội nghị do bản mới hơn của chương trình xuất ra. Hãy cập nhật chương trình trên máy này.',
    en: 'The event file was exported by a newer version of the app. Update the app on this computer.',
  },
  'event-running': {
    vi: 'Đồng hồ đang chạy. Dừng đồng hồ trước khi mở hội nghị khác.',
    en: 'The timer is running. Stop it before you open another event.',
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
