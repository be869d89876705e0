import type { Words } from './words';

/** One sentence for each thing that can have happened. */
export const LOG = {
  'event.opened.planned': {
    vi: 'Mở hội nghị “{name}” như kế hoạch: {segments} mục, {delegates} đại biểu.',
    en: 'Opened “{name}” as planned: {segments} items, {delegates} delegates.',
  },
  'event.opened.shifted': {
    vi: 'Mở hội nghị “{name}”, dời về bây giờ: {segments} mục, {delegates} đại biểu.',
    en: 'Opened “{name}” shifted to now: {segments} items, {delegates} delegates.',
  },
  'app.started': { vi: 'Chương trình khởi động, phiên bản {version}.', en: 'The app started, version {version}.' },
  'clock.stepped': {
    vi: 'Đồng hồ máy bị chỉnh {s} giây. Đồng hồ đếm không đổi.',
    en: 'The machine’s clock was stepped by {s} s. The countdown did not move.',
  },
  'clock.slept': { vi: 'Máy đã ngủ {s} giây.', en: 'The machine slept for {s} s.' },
  'timer.loaded': { vi: 'Nạp: {segment}.', en: 'Loaded: {segment}.' },
  'timer.started': { vi: 'Bắt đầu: {segment} ({minutes} phút).', en: 'Started: {segment} ({minutes} min).' },
  'timer.started.open': { vi: 'Bắt đầu, đếm lên: {segment}.', en: 'Started, counting up: {segment}.' },
  'timer.returned': { vi: 'Quay lại: {segment}.', en: 'Went back to: {segment}.' },
  'timer.paused': { vi: 'Tạm dừng đồng hồ.', en: 'Paused the timer.' },
  'timer.resumed': { vi: 'Chạy tiếp đồng hồ.', en: 'Resumed the timer.' },
  'timer.added': { vi: 'Chỉnh thời gian {minutes} phút.', en: 'Changed the time by {minutes} min.' },
  'timer.stopped': { vi: 'Dừng đồng hồ.', en: 'Stopped the timer.' },
  'message.shown': { vi: 'Nhắn lên sân khấu: “{text}”.', en: 'Message to the stage: “{text}”.' },
  'message.cleared': { vi: 'Gỡ lời nhắn.', en: 'Cleared the message.' },
  'scene.wanted.operator': { vi: 'Gọi cảnh {scene}.', en: 'Called for {scene}.' },
  'scene.wanted.timer': { vi: 'Gọi cảnh {scene} theo chương trình.', en: 'Called for {scene} by the agenda.' },
  'programme.reported': { vi: 'OBS phát cảnh “{scene}”.', en: 'OBS has “{scene}” on air.' },
  'programme.followed': {
    vi: 'Có người đổi trong OBS sang “{scene}”; chương trình đi theo.',
    en: 'Somebody changed OBS to “{scene}”; the app followed.',
  },
  'scene.renamed': {
    vi: 'Cảnh {role} trong OBS đổi tên thành “{name}”.',
    en: 'The {role} scene in OBS is now called “{name}”.',
  },
  'scan.new': { vi: 'Điểm danh: {name} ({unit}), {door}.', en: 'Checked in: {name} ({unit}), {door}.' },
  'scan.manual': {
    vi: 'Điểm danh bằng tay: {name} ({unit}), {door}.',
    en: 'Checked in by hand: {name} ({unit}), {door}.',
  },
  'scan.already': { vi: 'Quét lại: {name} ({unit}), {door}.', en: 'Scanned again: {name} ({unit}), {door}.' },
  'scan.unknown': {
    vi: 'Mã “{text}” không có trong danh sách, {door}.',
    en: 'Code “{text}” is not on the roster, {door}.',
  },
  'scan.unreadable': { vi: 'Một lượt quét không đọc được, {door}.', en: 'An unreadable scan, {door}.' },
  'presence.undone': { vi: 'Bỏ điểm danh: {name}.', en: 'Check-in undone: {name}.' },
  'lamp.changed': { vi: '{lamp}: {sentence}', en: '{lamp}: {sentence}' },
  'someone-gone': { vi: 'một đại biểu không còn trong danh sách', en: 'a delegate no longer on the roster' },
  'segment-gone': { vi: 'một mục không còn trong chương trình', en: 'an item no longer on the agenda' },
} as const satisfies Words;
