import type { Words } from './words';

/** The disk: why something is not saved, and what was done about a damaged file. */
export const STORAGE = {
  ok: { vi: 'Đã lưu đủ.', en: 'All saved.' },
  'disk-full': {
    vi: 'Ổ đĩa đầy, chưa lưu được. Hãy xoá bớt tệp; chương trình tự lưu lại ngay khi có chỗ.',
    en: 'The disk is full. Free some space; saving goes on by itself as soon as there is room.',
  },
  'read-only': {
    vi: 'Không được phép ghi vào thư mục dữ liệu. Kiểm tra quyền ghi của thư mục hoặc ổ đĩa.',
    en: 'The data folder may not be written to. Check the permissions of the folder or the disk.',
  },
  'no-folder': {
    vi: 'Không thấy thư mục dữ liệu. Ổ đĩa có thể đã bị rút ra.',
    en: 'The data folder is not there. Its disk may have been removed.',
  },
  corrupt: {
    vi: 'Tệp nhật ký bị hỏng. Hãy khởi động lại chương trình để tự khôi phục; tệp hỏng vẫn được giữ.',
    en: 'The journal file is damaged. Restart the app to recover; the damaged file is kept.',
  },
  moved: {
    vi: 'Tệp nhật ký đã bị thay bằng tệp khác khi chương trình đang chạy. Hãy khởi động lại chương trình.',
    en: 'Another file has taken the place of the journal while the app was running. Restart the app.',
  },
  locked: {
    vi: 'Một chương trình khác đang giữ tệp nhật ký. Hãy đóng chương trình đó.',
    en: 'Another program holds the journal file. Close that program.',
  },
  newer: {
    vi: 'Tệp nhật ký do phiên bản mới hơn ghi. Hãy cập nhật chương trình rồi mở lại.',
    en: 'The journal was written by a newer version. Update the app and open it again.',
  },
  gone: {
    vi: 'Phần lưu trữ vừa dừng đột ngột, đang tự khởi động lại.',
    en: 'The storage part stopped unexpectedly and is being started again.',
  },
  timeout: {
    vi: 'Ổ đĩa phản hồi quá chậm, đang thử lại.',
    en: 'The disk answers too slowly; trying again.',
  },
  'seq-taken': {
    vi: 'Nhật ký đã có bản ghi khác cùng số thứ tự. Có thể chương trình đang chạy hai lần; hãy đóng bớt một.',
    en: 'The journal has another entry under this number. The app may be running twice; close one.',
  },
  gap: {
    vi: 'Nhật ký trên ổ đĩa thiếu các bản ghi trước đó. Hãy khởi động lại chương trình.',
    en: 'Earlier entries are missing from the journal on disk. Restart the app.',
  },
  ahead: {
    vi: 'Bản lưu nhanh chưa ghi được vì nhật ký chưa lưu kịp.',
    en: 'The quick save waits until the journal has caught up.',
  },
  closed: { vi: 'Phần lưu trữ đã đóng.', en: 'Storage is closed.' },
  io: {
    vi: 'Ổ đĩa báo lỗi khi ghi, đang thử lại. Nếu lặp lại, hãy kiểm tra ổ đĩa.',
    en: 'The disk reported an error; trying again. If it goes on, check the disk.',
  },
  replaced: {
    vi: 'Tệp nhật ký bị hỏng, đã giữ lại với tên {file}. Khôi phục được {kept} bản ghi; hãy kiểm tra lại chương trình và điểm danh.',
    en: 'The journal was damaged and is kept as {file}. {kept} entries were recovered; check the agenda and the attendance.',
  },
  copied: { vi: 'Đã sao lưu nhật ký: {file}', en: 'The journal was copied: {file}' },
  'copy-failed': {
    vi: 'Chưa sao lưu được nhật ký ({reason}). Nhật ký chính vẫn được ghi; sẽ thử lại sau một phút.',
    en: 'The journal could not be copied ({reason}). The journal itself is still written; trying again in a minute.',
  },
  'settings-broken': {
    vi: 'Không đọc được cài đặt, đã dùng cài đặt mặc định. Tệp cũ được giữ tại {file}.',
    en: 'The settings could not be read and start from the defaults. The old file is kept as {file}.',
  },
  'settings-not-saved': {
    vi: 'Chưa lưu được cài đặt; cài đặt này chỉ dùng đến khi đóng chương trình.',
    en: 'The settings could not be saved; they hold until the app is closed.',
  },
  'no-keyring': {
    vi: 'Máy này không có kho khoá an toàn, nên mật khẩu chỉ được nhớ đến khi đóng chương trình.',
    en: 'This machine has no keyring, so the password is kept only until the app is closed.',
  },
} as const satisfies Words;
