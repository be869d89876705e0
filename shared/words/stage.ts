import type { Words } from './words';

/** The MC's screen. Few words, read from ten metres; capitals for what is read without looking twice. */
export const STAGE = {
  'down-normal': { vi: 'CÒN LẠI', en: 'TIME LEFT' },
  'down-warning': { vi: 'SẮP HẾT GIỜ', en: 'TIME IS RUNNING OUT' },
  'down-danger': { vi: 'ĐỀ NGHỊ KẾT THÚC', en: 'PLEASE CONCLUDE' },
  'down-over': { vi: 'HẾT GIỜ', en: 'TIME IS UP' },
  up: { vi: 'ĐÃ QUA', en: 'TIME GONE' },
  paused: { vi: 'TẠM DỪNG', en: 'PAUSED' },
  'not-begun': { vi: 'CHƯA BẮT ĐẦU', en: 'NOT STARTED' },
  between: { vi: 'CHỜ NỘI DUNG TIẾP THEO', en: 'WAITING FOR THE NEXT ITEM' },
  ended: { vi: 'ĐÃ HẾT CHƯƠNG TRÌNH', en: 'END OF THE PROGRAMME' },
  'no-event': { vi: 'CHƯA MỞ HỘI NGHỊ', en: 'NO EVENT IS OPEN' },
  connecting: { vi: 'ĐANG KẾT NỐI…', en: 'CONNECTING…' },
  'starts-at': { vi: 'Bắt đầu lúc {time}', en: 'Starts at {time}' },
  'starts-in-minutes': { vi: 'Bắt đầu lúc {time} · còn {minutes} phút', en: 'Starts at {time} · in {minutes} min' },
  'starts-in-hours': {
    vi: 'Bắt đầu lúc {time} · còn {hours} giờ {minutes} phút',
    en: 'Starts at {time} · in {hours} h {minutes} min',
  },
  'starts-now': { vi: 'Bắt đầu lúc {time} · đến giờ', en: 'Starts at {time} · now' },
  'starts-late': { vi: 'Theo kế hoạch {time} · trễ {minutes} phút', en: 'Planned for {time} · {minutes} min late' },
  'starts-other-day': { vi: 'Bắt đầu lúc {time} ngày {day}', en: 'Starts at {time} on {day}' },
  next: { vi: 'TIẾP THEO', en: 'NEXT' },
  'next-last': { vi: 'Đây là nội dung cuối cùng', en: 'This is the last item' },
  message: { vi: 'BÀN KỸ THUẬT NHẮN', en: 'FROM THE DESK' },
  'signal-lost': {
    vi: 'MẤT LIÊN LẠC VỚI BÀN KỸ THUẬT · đồng hồ vẫn chạy',
    en: 'NO SIGNAL FROM THE DESK · the timer goes on',
  },
  'signal-lost-still': { vi: 'MẤT LIÊN LẠC VỚI BÀN KỸ THUẬT', en: 'NO SIGNAL FROM THE DESK' },
} as const satisfies Words;
