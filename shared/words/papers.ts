import type { Words } from './words';

/** Why a paper was not made, and what to do about it. The papers themselves speak Vietnamese only. */
export const PAPERS = {
  'paper-no-event': {
    vi: 'Chưa mở hội nghị nào nên chưa có danh sách để xuất.',
    en: 'No event is open, so there is no list to export.',
  },
  'paper-busy': {
    vi: 'Văn bản trước chưa xong. Chờ một chút rồi xuất lại.',
    en: 'The paper before is not finished. Wait a moment, then export again.',
  },
  'no-paper': {
    vi: 'Từ lúc mở chương trình chưa xuất văn bản nào.',
    en: 'No paper has been made since the app was opened.',
  },
  'paper-no-folder': {
    vi: 'Không mở được thư mục {folder}. Kiểm tra ổ đĩa rồi xuất lại.',
    en: 'The folder {folder} cannot be opened. Check the drive, then export again.',
  },
  'paper-not-allowed': {
    vi: 'Không được phép ghi vào thư mục {folder}. Kiểm tra quyền ghi của thư mục rồi xuất lại.',
    en: 'The folder {folder} may not be written to. Check its permissions, then export again.',
  },
  'paper-disk-full': {
    vi: 'Ổ đĩa đã đầy, chưa ghi được văn bản vào {folder}. Xoá bớt tệp rồi xuất lại.',
    en: 'The disk is full: the paper was not written to {folder}. Free some space, then export again.',
  },
  'paper-not-written': {
    vi: 'Chưa ghi được văn bản vào {folder} ({detail}).',
    en: 'The paper was not written to {folder} ({detail}).',
  },
  'paper-slow': {
    vi: 'Trang in không trả lời sau {seconds} giây nên đã huỷ. Hãy xuất lại.',
    en: 'The printing page did not answer within {seconds} seconds and was given up. Export again.',
  },
  'paper-not-drawn': {
    vi: 'Không dàn được trang in ({detail}). Có thể xuất CSV trong lúc chờ.',
    en: 'The pages could not be laid out ({detail}). The CSV still works meanwhile.',
  },
} as const satisfies Words;
