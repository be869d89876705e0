import type { Words } from './words';

/** How a badge scanner is, why its port cannot be opened, and why a frame could not be read. */
export const SCANNER = {
  'scanner-opening': { vi: 'Đang mở cổng {path} cho {door}…', en: 'Opening {path} for {door}…' },
  'scanner-open': { vi: '{door}: máy quét sẵn sàng trên {path}.', en: '{door}: scanner ready on {path}.' },
  'scanner-garbled': {
    vi: '{door}: máy quét gửi toàn dữ liệu không đọc được. Kiểm tra tốc độ (đang đặt {baudRate}) và chẵn lẻ.',
    en: '{door}: nothing readable comes from the scanner. Check the speed (now {baudRate}) and the parity.',
  },
  'scanner-unplugged': {
    vi: '{door}: mất máy quét ({path}). Cắm lại dây là tự nhận.',
    en: '{door}: the scanner is gone ({path}). Plug it back in and it goes on by itself.',
  },
  'scanner-missing': {
    vi: '{door}: không thấy máy quét ở {path}. Kiểm tra dây cắm; cắm vào là tự nhận.',
    en: '{door}: there is no scanner at {path}. Check the cable; it is taken as soon as it is plugged in.',
  },
  'scanner-busy': {
    vi: '{door}: cổng {path} đang bị chương trình khác chiếm. Đóng chương trình đó rồi thử lại.',
    en: '{door}: another program has {path} open. Close that program and try again.',
  },
  'scanner-denied': {
    vi: '{door}: không có quyền mở {path}.',
    en: '{door}: no permission to open {path}.',
  },
  'scanner-denied-linux': {
    vi: '{door}: không có quyền mở {path}. Thêm người dùng này vào nhóm dialout (sudo usermod -aG dialout $USER), đăng xuất rồi đăng nhập lại.',
    en: '{door}: no permission to open {path}. Add this user to the dialout group (sudo usermod -aG dialout $USER), then log out and in again.',
  },
  'scanner-not-serial': {
    vi: '{door}: {path} không phải cổng nối tiếp. Chọn cổng khác.',
    en: '{door}: {path} is not a serial port. Choose another one.',
  },
  'scanner-bad-settings': {
    vi: '{door}: cổng {path} không chạy được với thông số này. Thử 9600, 8 bit, không chẵn lẻ, 1 bit dừng.',
    en: '{door}: {path} does not take these settings. Try 9600, 8 bits, no parity, 1 stop bit.',
  },
  'scanner-slow': {
    vi: '{door}: mở cổng {path} mãi không xong. Rút máy quét ra rồi cắm lại.',
    en: '{door}: opening {path} does not come to an end. Unplug the scanner and plug it back in.',
  },
  'scanner-ambiguous': {
    vi: '{door}: có nhiều máy quét giống hệt nhau, không rõ máy nào của cửa này. Ngắt rồi chọn lại cổng cho từng cửa.',
    en: '{door}: several scanners look alike, and which is this door’s cannot be told. Disconnect and choose the port of each door again.',
  },
  'scanner-failed': {
    vi: '{door}: không mở được cổng {path}: {detail}',
    en: '{door}: {path} could not be opened: {detail}',
  },
  'scanner-process-down': {
    vi: '{door}: phần đọc máy quét vừa dừng đột ngột, đang tự chạy lại. Thẻ vừa quét nên quét lại.',
    en: '{door}: the part that reads scanners stopped and is being started again. Scan the last badge again.',
  },
  'scanner-process-silent': {
    vi: '{door}: phần đọc máy quét không trả lời, đang tự chạy lại. Thẻ vừa quét nên quét lại.',
    en: '{door}: the part that reads scanners does not answer and is being started again. Scan the last badge again.',
  },
  'scanner-stopping': { vi: 'Chương trình đang đóng.', en: 'The app is closing.' },
  'frame-control': {
    vi: 'Có ký tự điều khiển lẫn trong mã: thường do sai tốc độ hoặc chẵn lẻ.',
    en: 'There are control bytes in the code: usually a wrong speed or parity.',
  },
  'frame-utf8': {
    vi: 'Mã không phải UTF-8: đặt máy quét về bảng mã UTF-8, hoặc sai tốc độ.',
    en: 'The code is not UTF-8: set the scanner to UTF-8, or the speed is wrong.',
  },
  'frame-too-long': { vi: 'Mã dài quá 512 byte.', en: 'The code is longer than 512 bytes.' },
  'frame-cut': { vi: 'Mã bị đứt giữa chừng. Quét lại.', en: 'The code was cut off. Scan it again.' },
} as const satisfies Words;
