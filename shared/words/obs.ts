import type { Words } from './words';

/** What the desk says about OBS: the state of the link, then what went wrong or was repaired while linked. */
export const OBS = {
  off: {
    vi: 'Chưa nối OBS. Nhập địa chỉ, cổng và mật khẩu rồi bấm Kết nối.',
    en: 'OBS is not connected. Enter address, port and password, then press Connect.',
  },
  connecting: { vi: 'Đang nối tới OBS tại {address}:{port}…', en: 'Connecting to OBS at {address}:{port}…' },
  starting: {
    vi: 'Đã nối được, OBS còn đang khởi động…',
    en: 'Connected; OBS is still starting…',
  },
  checking: {
    vi: 'Đã nối được OBS {version}, đang kiểm tra các cảnh…',
    en: 'Connected to OBS {version}, checking the scenes…',
  },
  linked: { vi: 'Đã nối với OBS {version}.', en: 'Connected to OBS {version}.' },
  'port-closed': {
    vi: 'OBS chưa mở, hoặc chưa bật WebSocket server (trong OBS: Tools → WebSocket Server Settings), hoặc sai cổng {port}. Vẫn đang thử lại.',
    en: 'OBS is not running, or its WebSocket server is off (in OBS: Tools → WebSocket Server Settings), or the port is not {port}. Still trying.',
  },
  gone: {
    vi: 'OBS không còn chạy. Mở lại OBS, chương trình sẽ tự nối.',
    en: 'OBS is no longer running. Start it again; the app connects by itself.',
  },
  'gone-dialog': {
    vi: 'OBS chưa nhận kết nối. Nếu OBS đang mở, hãy xem màn hình OBS có hộp hỏi không: chọn chế độ bình thường, đừng chọn Safe Mode.',
    en: 'OBS does not accept connections yet. If it is open, look for a question box on its screen: choose Normal, not Safe Mode.',
  },
  unreachable: {
    vi: 'Không tới được {address}:{port} ({detail}). Kiểm tra địa chỉ, dây mạng, tường lửa. Vẫn đang thử lại.',
    en: 'Cannot reach {address}:{port} ({detail}). Check the address, the network cable and the firewall. Still trying.',
  },
  'not-obs': {
    vi: 'Cổng {port} có chương trình trả lời nhưng không phải OBS WebSocket 5 (cần OBS 28 trở lên). Kiểm tra lại cổng. ({detail})',
    en: 'Something answers on port {port}, but it is not OBS WebSocket 5 (OBS 28 or newer is needed). Check the port. ({detail})',
  },
  mute: {
    vi: 'Cổng {port} mở nhưng không trả lời. Nếu OBS bị treo hoặc vừa tắt không hết, hãy đóng hẳn rồi mở lại OBS. Vẫn đang thử lại.',
    en: 'Port {port} is open but silent. If OBS hangs or has not quite quit, close it fully and start it again. Still trying.',
  },
  frozen: {
    vi: 'OBS không phản hồi nữa (bị treo hoặc đứt mạng). Vẫn đang thử nối lại.',
    en: 'OBS has stopped answering (it hangs, or the network is cut). Trying to reconnect.',
  },
  dropped: {
    vi: 'Mất kết nối với OBS đột ngột. Đang nối lại…',
    en: 'The connection to OBS broke off. Reconnecting…',
  },
  closing: { vi: 'OBS đang đóng.', en: 'OBS is closing.' },
  exited: {
    vi: 'OBS đã đóng. Mở lại OBS, chương trình sẽ tự nối.',
    en: 'OBS was closed. Start it again; the app connects by itself.',
  },
  'password-missing': {
    vi: 'OBS đòi mật khẩu. Nhập mật khẩu WebSocket của OBS rồi bấm Kết nối.',
    en: 'OBS asks for a password. Enter its WebSocket password and press Connect.',
  },
  'password-wrong': {
    vi: 'Sai mật khẩu OBS. Xem lại trong OBS (Tools → WebSocket Server Settings → Show Connect Info) rồi bấm Kết nối.',
    en: 'The OBS password is wrong. Look it up in OBS (Tools → WebSocket Server Settings → Show Connect Info) and press Connect.',
  },
  protocol: {
    vi: 'Phiên bản OBS WebSocket này không dùng được. Hãy cập nhật OBS rồi bấm Kết nối.',
    en: 'This version of OBS WebSocket cannot be used. Update OBS, then press Connect.',
  },
  'too-old': {
    vi: 'OBS {version} quá cũ, cần từ bản 28. Hãy cập nhật OBS rồi bấm Kết nối.',
    en: 'OBS {version} is too old; 28 or newer is needed. Update OBS, then press Connect.',
  },
  kicked: {
    vi: 'Có người đã ngắt chương trình này khỏi OBS. Bấm Kết nối nếu muốn nối lại.',
    en: 'Someone disconnected this app in OBS. Press Connect to link again.',
  },
  'old-version': {
    vi: 'OBS {version} dùng được nhưng đã cũ; nên cập nhật lên bản 30 trở lên khi có dịp.',
    en: 'OBS {version} works but is old; update to 30 or newer when there is time.',
  },
  restored: {
    vi: 'OBS vừa được mở lại; đã đưa cảnh «{scene}» lên sóng.',
    en: 'OBS was started again; the scene “{scene}” was put back on air.',
  },
  'scene-remade': {
    vi: 'Cảnh «{scene}» bị xóa trong OBS; đã tạo lại.',
    en: 'The scene “{scene}” was deleted in OBS; it has been made again.',
  },
  'scene-on-air-remade': {
    vi: 'Cảnh đang phát «{scene}» bị xóa trong OBS nên OBS chuyển sang cảnh khác! Đã tạo lại; bấm nút cảnh để đưa lên sóng.',
    en: 'The scene on air, “{scene}”, was deleted in OBS, so OBS switched to another! It has been made again; press its button to put it on air.',
  },
  'picture-remade': {
    vi: 'Hình trong cảnh «{scene}» bị xóa trong OBS; đã đặt lại.',
    en: 'The picture in the scene “{scene}” was deleted in OBS; it has been put back.',
  },
  'scene-renamed': {
    vi: 'Cảnh «{from}» đã đổi tên thành «{to}» trong OBS; chương trình dùng theo tên mới.',
    en: 'The scene “{from}” was renamed to “{to}” in OBS; the app goes by the new name.',
  },
  'name-taken': {
    vi: 'Tên «{from}» đã có nguồn khác dùng trong OBS, nên cảnh được đặt tên «{to}».',
    en: 'The name “{from}” belongs to another source in OBS, so the scene is called “{to}”.',
  },
  'not-confirmed': {
    vi: 'OBS không xác nhận đã chuyển sang «{scene}». Nhìn màn hình OBS; bấm lại nếu cần.',
    en: 'OBS did not confirm the change to “{scene}”. Look at OBS; press again if needed.',
  },
  'not-on-air': {
    vi: 'OBS báo đang phát «{scene}» nhưng hình chưa lên. Bấm sang cảnh khác rồi bấm lại.',
    en: 'OBS says that “{scene}” is on air, but its picture is not. Switch to another scene and back.',
  },
  'picture-late': {
    vi: 'Đã chuyển sang «{scene}» khi hình mới chưa kịp nạp.',
    en: 'Switched to “{scene}” before its new picture was loaded.',
  },
  'picture-missing': {
    vi: 'OBS không mở được hình của cảnh «{scene}» ({path}). Nếu OBS chạy trên máy khác, máy đó phải đọc được tệp này.',
    en: 'OBS cannot open the picture of the scene “{scene}” ({path}). If OBS runs on another computer, that computer must be able to read the file.',
  },
  'request-refused': {
    vi: 'OBS không chịu sửa cảnh «{scene}»: {detail}',
    en: 'OBS refused to repair the scene “{scene}”: {detail}',
  },
  'collection-changing': {
    vi: 'OBS đang đổi bộ cảnh (scene collection)…',
    en: 'OBS is switching its scene collection…',
  },
  'collection-changed': {
    vi: 'OBS đã đổi sang bộ cảnh «{name}»; các cảnh của chương trình đã được kiểm tra.',
    en: 'OBS switched to the scene collection “{name}”; the app’s scenes have been checked.',
  },
  'collection-other': {
    vi: 'Bộ cảnh «{name}» trong OBS không có cảnh của chương trình. Chuyển lại bộ «{from}», hoặc bấm một nút cảnh để tạo ở đây.',
    en: 'The scene collection “{name}” in OBS has none of the app’s scenes. Switch back to “{from}”, or press a scene button to make them here.',
  },
} as const satisfies Words;
