import type { Words } from './words';

/** The desk: headings, buttons, notices, dialogs. */
export const OPERATOR = {
  // the top bar
  app: { vi: 'Điểm Cầu', en: 'Điểm Cầu' },
  'no-event-name': { vi: 'Chưa mở hội nghị', en: 'No event open' },
  'hall-clock': { vi: 'Giờ hội trường (Việt Nam)', en: 'Hall clock (Vietnam)' },
  language: { vi: 'Đổi sang tiếng Anh', en: 'Switch to Vietnamese' },
  menu: { vi: 'Việc khác', en: 'More' },
  waiting: { vi: 'Đang lấy trạng thái hội trường…', en: 'Reading the state of the hall…' },

  'bar-plan': { vi: 'Kế hoạch', en: 'Plan' },
  'bar-library': { vi: 'Thư viện', en: 'Library' },
  'bar-editing': { vi: 'Sửa', en: 'Edit' },
  'bar-scanner': { vi: 'Máy quét', en: 'Scanners' },
  'bar-windows': { vi: 'Màn hình', en: 'Displays' },
  'bar-log': { vi: 'Nhật ký', en: 'Log' },

  // the ways to an event: said before anything of its screens is read
  'plan-open': { vi: 'Mở kế hoạch…', en: 'Open a plan…' },
  'edit-open': { vi: 'Sửa hội nghị…', en: 'Edit the event…' },
  'library-open': { vi: 'Thư viện hội nghị…', en: 'Library of events…' },
  'plan-drop': { vi: 'Thả tệp kế hoạch vào đây', en: 'Drop the plan here' },
  'plan-drop-about': {
    vi: 'Word, PDF có chữ, Excel, CSV, văn bản; tệp .diemcau.json là hội nghị từ máy khác.',
    en: 'Word, PDF with text, Excel, CSV, plain text; a .diemcau.json file is an event from another endpoint.',
  },
  'only-one': {
    vi: 'Mỗi lần đọc một tài liệu; đang đọc {name}.',
    en: 'One document at a time; reading {name}.',
  },

  // the agenda
  agenda: { vi: 'Chương trình', en: 'Agenda' },
  'agenda-hint': {
    vi: 'Bấm để chọn · bấm đúp hoặc Enter để nạp',
    en: 'Click to select · double click or Enter to load',
  },
  'agenda-empty': {
    vi: 'Chưa có chương trình. Bấm A để thêm mục, hoặc V để mở một kế hoạch.',
    en: 'There is no agenda yet. Press A to add items, or V to open a plan.',
  },
  morning: { vi: 'Sáng', en: 'Morning' },
  afternoon: { vi: 'Chiều', en: 'Afternoon' },
  evening: { vi: 'Tối', en: 'Evening' },
  'col-planned': { vi: 'Kế hoạch', en: 'Planned' },
  'col-item': { vi: 'Nội dung', en: 'Item' },
  'col-real': { vi: 'Dự kiến / thực tế', en: 'Projected / actual' },
  'end-assumed': { vi: 'kết thúc dự kiến theo lịch: {time}', en: 'end taken from the schedule: {time}' },
  'shares-block': { vi: 'cùng khung giờ với mục trên', en: 'shares the block of the item above' },
  'mark-break': { vi: 'Nghỉ', en: 'Break' },
  'mark-local': { vi: 'Hội trường tự điều hành', en: 'Run by this hall' },
  'mark-confidential': { vi: 'Nội bộ: không hiện ra màn hình chung', en: 'Confidential: kept off public screens' },
  'scene-at-start': { vi: 'Khi bắt đầu sẽ lên hình: {scene}', en: 'Goes on air at the start: {scene}' },
  'item-done': { vi: 'Đã xong', en: 'Done' },
  'item-skipped': { vi: 'Đã bỏ qua', en: 'Skipped' },
  'item-on': { vi: 'Đang chạy', en: 'On now' },
  'item-next': { vi: 'Kế tiếp', en: 'Next' },
  'item-loaded': { vi: 'Đã nạp', en: 'Loaded' },
  'row-start': { vi: 'Bắt đầu mục này', en: 'Start this item' },

  // what is on now
  'now-on': { vi: 'Đang diễn ra', en: 'On now' },
  'now-idle': { vi: 'Chưa chạy mục nào', en: 'Nothing is running' },
  'now-idle-hint': {
    vi: 'Bấm Bắt đầu (phím cách) để chạy mục kế tiếp.',
    en: 'Press Start (space) to run the next item.',
  },
  'now-over': { vi: 'Chương trình đã hết', en: 'The agenda is over' },
  'now-over-hint': {
    vi: 'Muốn chạy lại mục nào, chọn mục đó rồi nạp.',
    en: 'To run an item again, select it and load it.',
  },
  'now-up': { vi: 'đếm lên', en: 'counting up' },
  'phase-normal': { vi: 'Còn lại', en: 'Time left' },
  'phase-warning': { vi: 'Sắp hết giờ', en: 'Nearly up' },
  'phase-danger': { vi: 'Cần kết thúc ngay', en: 'Wrap up now' },
  'phase-over': { vi: 'QUÁ GIỜ', en: 'OVERTIME' },
  'phase-paused': { vi: 'TẠM DỪNG', en: 'PAUSED' },
  'started-at': { vi: 'Bắt đầu', en: 'Started' },
  'ends-at': { vi: 'Hết giờ lúc', en: 'Time up at' },
  allowed: { vi: 'Thời lượng', en: 'Length' },
  'minutes-n': { vi: '{n} phút', en: '{n} min' },
  'hours-n': { vi: '{h} giờ {m} phút', en: '{h} h {m} min' },
  'programme-late': { vi: 'Chậm {span}', en: '{span} late' },
  'programme-early': { vi: 'Sớm {span}', en: '{span} early' },
  'programme-even': { vi: 'Đúng lịch', en: 'On schedule' },
  'programme-unknown': { vi: 'Chưa so được với lịch', en: 'No plan to compare with' },
  'programme-far': { vi: 'Lịch của ngày khác', en: 'Planned for another day' },
  'day-ends': { vi: 'Dự kiến xong', en: 'Day ends' },
  'next-item': { vi: 'Kế tiếp', en: 'Next' },
  'next-none': { vi: 'Không còn mục nào', en: 'Nothing left' },

  // transport
  start: { vi: 'Bắt đầu', en: 'Start' },
  'start-loaded': { vi: 'Chạy mục đã nạp', en: 'Start loaded' },
  pause: { vi: 'Tạm dừng', en: 'Pause' },
  resume: { vi: 'Chạy tiếp', en: 'Resume' },
  next: { vi: 'Mục kế', en: 'Next' },
  previous: { vi: 'Mục trước', en: 'Previous' },
  load: { vi: 'Nạp', en: 'Load' },
  stop: { vi: 'Dừng', en: 'Stop' },
  'stop-ask': { vi: 'Dừng hẳn đồng hồ của mục này?', en: 'Stop this item’s timer for good?' },
  'stop-yes': { vi: 'Dừng hẳn', en: 'Stop it' },
  'stop-no': { vi: 'Chạy tiếp', en: 'Keep running' },
  'already-running': {
    vi: 'Mục này đang chạy. Muốn chạy lại từ đầu thì nạp nó rồi bấm Bắt đầu.',
    en: 'This item is running. To run it again from the top, load it and press Start.',
  },
  'nothing-selected': { vi: 'Chọn một mục trong chương trình trước.', en: 'Select an item of the agenda first.' },

  // a word to the stage
  'message-title': { vi: 'Nhắn lên sân khấu', en: 'Message to the stage' },
  'message-placeholder': { vi: 'Gõ lời nhắn cho MC, diễn giả…', en: 'Type a message to the MC or speaker…' },
  'message-send': { vi: 'Nhắn', en: 'Send' },
  'message-clear': { vi: 'Gỡ', en: 'Clear' },
  'message-on': { vi: 'Đang hiện trên sân khấu', en: 'On the stage now' },
  'preset-1': { vi: 'Còn 5 phút', en: '5 minutes left' },
  'preset-2': { vi: 'Xin kết thúc phần trình bày', en: 'Please finish your talk' },
  'preset-3': { vi: 'Xin nói gần micro hơn', en: 'Closer to the microphone, please' },
  'preset-4': { vi: 'Chờ tín hiệu Trung ương', en: 'Wait for the signal from the centre' },

  // OBS
  obs: { vi: 'OBS', en: 'OBS' },
  'obs-settings': { vi: 'Kết nối…', en: 'Connect…' },
  programme: { vi: 'Đang phát', en: 'Programme' },
  'no-picture': { vi: 'Chưa có hình từ OBS', en: 'No picture from OBS' },
  'no-obs-output': {
    vi: 'W: mở trình chiếu thay OBS.',
    en: 'W: use the slide window.',
  },
  'slides-stand-in': {
    vi: 'Cửa sổ trình chiếu đang thay cho OBS.',
    en: 'The slide window stands in for OBS.',
  },
  'role-banner': { vi: 'Ma két', en: 'Banner' },
  'role-agenda': { vi: 'Chương trình', en: 'Agenda' },
  'role-break': { vi: 'Giải lao', en: 'Break' },
  'role-feed': { vi: 'Trung ương', en: 'Central feed' },
  'role-hall': { vi: 'Hội trường', en: 'Hall' },
  'role-blank': { vi: 'Màn đen', en: 'Black' },
  'role-custom': { vi: 'Cảnh khác: {name}', en: 'Other scene: {name}' },
  'scene-on-air': { vi: 'đang phát', en: 'on air' },
  'scene-asked': { vi: 'đang chuyển…', en: 'asked…' },
  'scene-wanted': { vi: 'đã chọn', en: 'wanted' },
  'panic-banner': { vi: 'VỀ MA KÉT', en: 'CUT TO BANNER' },
  'panic-hint': { vi: 'Đưa ma két lên ngay, từ bất cứ đâu', en: 'Puts the banner on air at once, from anywhere' },
  'banner-said': { vi: 'Đã gọi ma két lên hình.', en: 'The banner was called on air.' },
  'scene-on-slides': {
    vi: 'OBS chưa nối: “{scene}” chỉ lên cửa sổ trình chiếu.',
    en: 'OBS is not connected: “{scene}” is on the slide window only.',
  },
  'scene-needs-obs': {
    vi: '“{scene}” là hình của OBS, mà OBS chưa nối: cửa sổ trình chiếu để màn đen.',
    en: '“{scene}” comes from OBS, which is not connected: the slide window is black.',
  },
  'scene-nowhere': {
    vi: 'OBS chưa nối và cửa sổ trình chiếu chưa mở: “{scene}” chưa lên màn hình nào. Nối OBS (O) hoặc mở trình chiếu (W).',
    en: 'OBS is not connected and the slide window is closed: “{scene}” is on no screen. Connect OBS (O) or open the slides (W).',
  },

  // attendance
  attendance: { vi: 'Điểm danh', en: 'Attendance' },
  present: { vi: 'có mặt', en: 'present' },
  summoned: { vi: 'triệu tập', en: 'summoned' },
  units: { vi: 'Theo đơn vị', en: 'By unit' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  recent: { vi: 'Lượt quét gần đây', en: 'Recent scans' },
  'roster-empty': {
    vi: 'Chưa có danh sách đại biểu. Danh sách đến cùng hội nghị khi mở.',
    en: 'There is no roster yet. It comes with the event when one is opened.',
  },
  'no-scan': {
    vi: 'Chưa có lượt quét nào. Nối máy quét, hoặc mở cửa sổ điểm danh để tìm theo tên.',
    en: 'No scan yet. Connect a scanner, or open the check-in window to search by name.',
  },
  'export-csv': { vi: 'Xuất CSV', en: 'Export CSV' },
  'export-pdf': { vi: 'Xuất PDF', en: 'Export PDF' },
  'open-checkin': { vi: 'Bàn điểm danh', en: 'Check-in window' },
  'paper-made': { vi: 'Đã lưu: {path}', en: 'Saved: {path}' },
  'paper-making': { vi: 'Đang làm danh sách…', en: 'Making the list…' },
  'paper-reveal': { vi: 'Mở thư mục', en: 'Show the file' },

  // notices
  'notice-pending': { vi: 'chưa lưu ({n})', en: 'not saved yet ({n})' },
  'notice-stepped': {
    vi: 'Đồng hồ máy vừa bị chỉnh {s} giây lúc {time}. Đồng hồ đếm không đổi; giờ dự kiến đã tính lại.',
    en: 'The machine’s clock was stepped by {s} s at {time}. The countdown did not move; projections follow.',
  },
  'notice-slept': {
    vi: 'Máy đã ngủ {s} giây, thức lúc {time}. Thời gian ngủ vẫn được tính.',
    en: 'The machine slept for {s} s, until {time}. That time was counted.',
  },
  'notice-virtual': {
    vi: 'Đang chạy trên màn hình ảo: không ai ngồi máy này nhìn thấy cửa sổ nào.',
    en: 'Running on a virtual display: nobody at this machine sees these windows.',
  },
  'notice-lost': {
    vi: 'Phần điều khiển chính không trả lời. Đồng hồ ở đây vẫn đếm theo điều đã biết.',
    en: 'The app’s main part does not answer. The timer here goes on from what it knows.',
  },
  'notice-unconfirmed': {
    vi: 'OBS chưa xác nhận chuyển sang “{scene}”.',
    en: 'OBS has not confirmed the change to “{scene}”.',
  },
  'notice-not-saved': { vi: 'Đã làm nhưng chưa ghi được xuống đĩa.', en: 'Done, but not on disk yet.' },
  'notice-message': { vi: 'Sân khấu đang thấy: “{text}”', en: 'The stage sees: “{text}”' },
  dismiss: { vi: 'Đã rõ', en: 'Understood' },
  close: { vi: 'Đóng', en: 'Close' },
  open: { vi: 'Mở', en: 'Open' },

  // the first run
  'first-run': { vi: 'Mở một hội nghị', en: 'Open an event' },
  'first-run-about': {
    vi: 'Hội nghị mẫu: 14 mục sáng và chiều, ma két, hạn báo cáo 07:30, 420 đại biểu giả định của 30 đơn vị có mã thẻ.',
    en: 'The sample event: 14 items, morning and afternoon, a banner, the 07:30 report deadline, 420 invented delegates in 30 units with badge codes.',
  },
  'sample-planned': { vi: 'Như kế hoạch 07/02/2026', en: 'As planned, 07/02/2026' },
  'sample-planned-about': {
    vi: 'Giờ giấc đúng như công văn. Hợp để xem chương trình, ma két, danh sách.',
    en: 'Times as the plan has them. Good for looking at the agenda, banner and roster.',
  },
  'sample-shifted': { vi: 'Dời để mục kế tiếp bắt đầu sau 1 phút', en: 'Shifted: the next item starts in 1 minute' },
  'sample-shifted-about': {
    vi: 'Cả ngày dời về bây giờ. Hợp để chạy thử từ đầu đến cuối.',
    en: 'The whole day is moved to now. Good for a dry run.',
  },
  'sample-replaces': {
    vi: 'Đang có một hội nghị mở. Mở lại sẽ thay chương trình, đồng hồ và điểm danh trên màn hình; nhật ký vẫn giữ mọi việc đã qua.',
    en: 'An event is open. Opening again replaces agenda, timer and attendance on the screens; the log keeps all that was.',
  },
  'open-sample': { vi: 'Mở hội nghị mẫu…', en: 'Open the sample event…' },
  opening: { vi: 'Đang mở…', en: 'Opening…' },

  // the OBS dialog
  'obs-title': { vi: 'Kết nối OBS', en: 'Connect OBS' },
  'obs-help': {
    vi: 'Trong OBS: Tools (Công cụ) → WebSocket Server Settings: bật máy chủ; cổng và mật khẩu ở nút Show Connect Info.',
    en: 'In OBS: Tools → WebSocket Server Settings: enable the server; port and password are under Show Connect Info.',
  },
  address: { vi: 'Địa chỉ', en: 'Address' },
  port: { vi: 'Cổng', en: 'Port' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  'password-kept': { vi: 'Để trống: giữ mật khẩu đã lưu', en: 'Leave empty to keep the stored password' },
  'password-none': { vi: 'Để trống nếu OBS không hỏi', en: 'Leave empty if OBS asks for none' },
  'password-forget': {
    vi: 'OBS không dùng mật khẩu (bỏ mật khẩu đã lưu)',
    en: 'OBS asks for none (drop the stored one)',
  },
  'no-keyring': {
    vi: 'Máy này không có kho khoá: mật khẩu chỉ giữ đến khi đóng chương trình.',
    en: 'This system has no keyring: the password is kept only until the app is closed.',
  },
  connect: { vi: 'Kết nối', en: 'Connect' },
  disconnect: { vi: 'Ngắt', en: 'Disconnect' },
  'obs-sent': {
    vi: 'Đã gọi OBS tại {address}:{port}; kết quả hiện trong hộp này.',
    en: 'Called OBS at {address}:{port}; what comes of it is told in this dialog.',
  },
  'bad-port': { vi: 'Cổng phải là số từ 1 đến 65535.', en: 'The port is a number from 1 to 65535.' },
  'bad-address': { vi: 'Hãy nhập địa chỉ máy chạy OBS.', en: 'Type the address of the machine that runs OBS.' },

  // the scanner dialog
  'scanner-title': { vi: 'Máy quét thẻ', en: 'Badge scanners' },
  'scanner-none': {
    vi: 'Chưa mở cổng nào. Chọn cổng bên dưới, đặt tên cửa rồi bấm Mở cổng.',
    en: 'No port is open. Choose one below, name the door and press Open port.',
  },
  'scanner-path': { vi: 'Cổng nối tiếp', en: 'Serial port' },
  'scanner-path-hint': { vi: 'Chọn trong danh sách, hoặc gõ đường dẫn', en: 'Choose from the list, or type a path' },
  'scanner-refresh': { vi: 'Dò lại', en: 'Look again' },
  'scanner-no-ports': {
    vi: 'Máy chưa thấy cổng nối tiếp nào. Cắm máy quét rồi bấm Dò lại.',
    en: 'The system sees no serial port. Plug the scanner in and press Look again.',
  },
  baud: { vi: 'Tốc độ', en: 'Speed' },
  frame: { vi: 'Khung', en: 'Frame' },
  door: { vi: 'Tên cửa', en: 'Door' },
  'door-default': { vi: 'Cửa chính', en: 'Main door' },
  'door-desk': { vi: 'Bàn điều khiển', en: 'Desk' },
  'scanner-open': { vi: 'Mở cổng', en: 'Open port' },
  'scanner-close': { vi: 'Đóng cổng', en: 'Close port' },
  'scanner-not-there': {
    vi: '{door}: không thấy {path}. Cắm máy quét rồi bấm Dò lại, hoặc gõ đường dẫn khác.',
    en: '{door}: there is no {path}. Plug the scanner in and press Look again, or type another path.',
  },
  'scanner-counts': {
    vi: '{frames} lượt · {unreadable} không đọc được · {repeats} lặp',
    en: '{frames} frames · {unreadable} unreadable · {repeats} repeats',
  },
  'bad-baud': { vi: 'Tốc độ phải là số từ 300 đến 921600.', en: 'The speed is a number from 300 to 921600.' },
  'bad-path': { vi: 'Hãy chọn hoặc gõ cổng nối tiếp.', en: 'Choose or type a serial port.' },
  'bad-door': { vi: 'Hãy đặt tên cửa.', en: 'Name the door.' },

  // the windows dialog
  'windows-title': { vi: 'Màn hình và cửa sổ', en: 'Displays and windows' },
  'windows-help': {
    vi: 'Chọn màn hình để mở toàn màn hình ở đó; “cửa sổ thường” mở trong khung.',
    en: 'Choose a display to fill it; “ordinary window” opens in a frame.',
  },
  'window-stage': { vi: 'Sân khấu (MC, diễn giả)', en: 'Stage (MC and speakers)' },
  'window-slides': { vi: 'Trình chiếu (khán giả)', en: 'Slides (audience)' },
  'window-checkin': { vi: 'Bàn điểm danh', en: 'Check-in desk' },
  'window-closed': { vi: 'chưa mở', en: 'closed' },
  'window-windowed': { vi: 'đang mở trong khung', en: 'open in a frame' },
  'window-fullscreen': { vi: 'toàn màn hình', en: 'full screen' },
  'window-parked': { vi: 'màn hình đã rút: cửa sổ tạm ẩn', en: 'its display is gone: hidden until it is back' },
  'in-window': { vi: 'Cửa sổ thường', en: 'Ordinary window' },
  'display-n': { vi: '{label} ({width}×{height})', en: '{label} ({width}×{height})' },
  'display-operator': { vi: 'Màn hình này: {label} ({width}×{height})', en: 'This screen: {label} ({width}×{height})' },
  'display-only': {
    vi: 'Máy chỉ thấy một màn hình. Cắm màn hình sân khấu rồi chọn lại ở đây.',
    en: 'Only one display is seen. Plug the stage display in and choose it here.',
  },
  display: { vi: 'Màn hình', en: 'Display' },

  // the log and the keys
  'log-title': { vi: 'Nhật ký', en: 'Log' },
  'log-empty': { vi: 'Nhật ký còn trống.', en: 'The log is empty.' },
  'log-about': { vi: '{n} việc gần nhất, mới nhất ở trên', en: 'The last {n} entries, newest first' },
  'log-failed': { vi: 'Không đọc được nhật ký: {detail}', en: 'The log could not be read: {detail}' },
  'keys-title': { vi: 'Phím tắt', en: 'Keys' },
  'keys-about': {
    vi: 'Phím chữ không tác dụng khi đang gõ; F9 lúc nào cũng đưa ma két lên.',
    en: 'Letter keys do nothing while you type; F9 cuts to the banner at any time.',
  },
  'failed-page': {
    vi: 'Màn hình này gặp lỗi: {detail}. Đồng hồ và OBS vẫn chạy.',
    en: 'This screen failed: {detail}. Timer and OBS go on.',
  },
  'reload-page': { vi: 'Nạp lại màn hình', en: 'Reload this screen' },
} as const satisfies Words;

/** What is said to the stage in a hurry, in the order of its keys. */
export const PRESETS = ['preset-1', 'preset-2', 'preset-3', 'preset-4'] as const;
