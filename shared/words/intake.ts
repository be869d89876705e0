import type { Words } from './words';

/** Why a document could not be taken in, or not wholly: what, where, and what to do. Which document it is, the screen says beside it. */
export const INTAKE = {
  cancelled: { vi: 'Đã thôi đọc tài liệu.', en: 'Reading the document was cancelled.' },
  'not-found': {
    vi: 'Không thấy tệp {path}. Kiểm tra lại đường dẫn, hoặc cắm lại USB rồi mở lại.',
    en: 'There is no file {path}. Check the path, or plug the USB stick back in and open it again.',
  },
  'not-a-file': {
    vi: '{path} không phải là một tệp. Hãy chọn chính tệp kế hoạch.',
    en: '{path} is not a file. Choose the plan itself.',
  },
  'not-opened': {
    vi: 'Không mở được {path}: {detail}. Chép tệp vào máy rồi mở lại.',
    en: '{path} cannot be opened: {detail}. Copy the file to this computer and open it again.',
  },
  'not-readable': {
    vi: 'Tài liệu không tới được phần đọc. Hãy mở lại tệp.',
    en: 'The document did not reach the part that reads it. Open the file again.',
  },
  'too-large': {
    vi: 'Tài liệu nặng quá {most} MB. Nén bớt ảnh trong tài liệu, hoặc tách riêng phần chương trình rồi mở lại.',
    en: 'The document has more than {most} MB. Compress its pictures, or save the agenda as a file of its own.',
  },
  'file-empty': { vi: 'Tệp rỗng. Xin lại tệp từ nơi gửi.', en: 'The file is empty. Ask the sender for it again.' },
  'inflates-too-far': {
    vi: 'Nội dung nén trong tệp bung ra quá {max} MB nên không đọc tiếp. Mở tệp bằng Word, chép phần chương trình sang tệp mới.',
    en: 'What is packed in the file unpacks to more than {max} MB, so reading stopped. Open it in Word and copy the agenda to a new file.',
  },
  'too-many-pages': {
    vi: 'Tài liệu có {pages} trang, quá mức {max} trang. Tách riêng các trang có chương trình rồi mở lại.',
    en: 'The document has {pages} pages, more than {max}. Save the pages with the agenda as a file of their own.',
  },
  'text-too-long': {
    vi: 'Tài liệu có quá nhiều chữ (hơn {max} triệu ký tự). Tách riêng phần chương trình rồi mở lại.',
    en: 'The document has too much text (over {max} million characters). Save the agenda as a file of its own.',
  },
  'too-slow': {
    vi: 'Đọc quá {seconds} giây chưa xong nên đã dừng. Chép phần chương trình sang tệp mới, hoặc dán thẳng vào đây.',
    en: 'Reading was stopped after {seconds} seconds. Copy the agenda to a new file, or paste it here.',
  },
  broken: {
    vi: 'Tệp hỏng hoặc tải về chưa hết. Xin gửi lại tệp; nếu Word vẫn mở được thì lưu lại dạng .docx.',
    en: 'The file is damaged or not whole. Ask for it again; if Word still opens it, save it anew as .docx.',
  },
  'not-as-called': {
    vi: 'Tệp mang đuôi {ending} nhưng bên trong không phải loại tệp đó: tệp hỏng hoặc bị đổi tên. Xin gửi lại; nếu đó là tệp chữ, đổi đuôi thành .txt rồi mở lại.',
    en: 'The name ends in {ending}, but the file is nothing of the kind: it is damaged or was renamed. Ask for it again; if it is plain text, rename it to .txt and open that.',
  },
  'password-document': {
    vi: 'Tệp có mật khẩu mở. Mở bằng Word hoặc Excel, bỏ mật khẩu, lưu lại rồi mở ở đây.',
    en: 'The file needs a password. Open it in Word or Excel, take the password off, save it, and open it here.',
  },
  'password-pdf': {
    vi: 'Tệp PDF có mật khẩu mở. Xin bản không đặt mật khẩu, hoặc bản Word.',
    en: 'The PDF needs a password. Ask for one without, or for the Word file.',
  },
  'old-word': {
    vi: 'Đây là tệp Word đời cũ (.doc). Mở bằng Word, chọn Lưu thành .docx, rồi mở tệp .docx.',
    en: 'This is an old Word file (.doc). Open it in Word, save it as .docx, and open that.',
  },
  'rich-text': {
    vi: 'Đây là tệp RTF. Mở bằng Word, chọn Lưu thành .docx, rồi mở tệp .docx.',
    en: 'This is an RTF file. Open it in Word, save it as .docx, and open that.',
  },
  'open-document': {
    vi: 'Đây là tệp của LibreOffice (.odt, .ods). Mở bằng LibreOffice hoặc Word, lưu thành .docx hoặc .xlsx, rồi mở tệp mới.',
    en: 'This is a LibreOffice file (.odt, .ods). Open it in LibreOffice or Word, save it as .docx or .xlsx, and open that.',
  },
  presentation: {
    vi: 'Đây là tệp trình chiếu PowerPoint, không phải kế hoạch. Nếu chương trình nằm trong đó, xuất ra PDF rồi mở, hoặc chép chữ dán vào đây.',
    en: 'This is a PowerPoint presentation, not a plan. If the agenda is in it, export it as PDF and open that, or paste its text here.',
  },
  archive: {
    vi: 'Đây là gói nén ({format}). Giải nén ra thư mục, rồi mở chính tệp kế hoạch ở trong.',
    en: 'This is an archive ({format}). Unpack it to a folder, and open the plan that is inside.',
  },
  mail: {
    vi: 'Đây là thư điện tử đã lưu. Mở bằng chương trình thư, lưu tệp kế hoạch đính kèm ra máy rồi mở tệp đó; nếu chương trình nằm ngay trong thư thì chép dán vào đây.',
    en: 'This is a saved e-mail. Open it in the mail program, save the attached plan and open that; if the agenda is in the mail itself, paste it here.',
  },
  'web-page': {
    vi: 'Đây là trang web đã lưu (HTML). Mở bằng trình duyệt hoặc Word, bôi đen phần chương trình, chép rồi dán vào đây.',
    en: 'This is a saved web page (HTML). Open it in a browser or in Word, select the agenda, copy it and paste it here.',
  },
  'other-document': {
    vi: 'Đây là tệp {format}, chưa đọc được. Mở bằng chương trình đã tạo ra nó, lưu thành .docx hoặc PDF, hoặc chép chữ rồi dán vào đây.',
    en: 'This is a {format} file, which cannot be read. Save it as .docx or PDF where it was made, or copy its text and paste it here.',
  },
  picture: {
    vi: 'Đây là ảnh ({format}), chưa đọc được chữ trong ảnh. Xin bản Word hoặc PDF có chữ, hoặc gõ phần chương trình rồi dán vào đây.',
    en: 'This is a picture ({format}); text in pictures cannot be read yet. Ask for the Word file or a PDF with text, or paste the agenda.',
  },
  scanned: {
    vi: 'PDF này là bản quét ({pages} trang toàn ảnh, không có chữ), chưa đọc được chữ trong ảnh. Xin bản Word hoặc PDF xuất từ Word, hoặc dán phần chương trình vào đây.',
    en: 'This PDF is a scan ({pages} pages of pictures, no text); text in pictures cannot be read yet. Ask for the Word file or a PDF made from it, or paste the agenda.',
  },
  'pages-scanned': {
    vi: 'Trang {pages} là ảnh quét nên chưa đọc được; các trang khác đã đọc. Xem lại bản giấy, gõ thêm mục còn thiếu, hoặc xin bản Word.',
    en: 'Page {pages} is a scan and was not read; the other pages were. Add by hand what stands there, or ask for the Word file.',
  },
  'pictures-only': {
    vi: 'Tệp Word này chỉ có ảnh (bản quét dán vào), không có chữ. Xin bản gốc có chữ, hoặc gõ phần chương trình rồi dán vào đây.',
    en: 'This Word file holds only pictures (a scan that was pasted in) and no text. Ask for the original, or paste the agenda here.',
  },
  'no-text': {
    vi: 'Tài liệu không có chữ nào. Kiểm tra có mở nhầm tệp không.',
    en: 'There is no text in the document. Is it the right file?',
  },
  'not-text': {
    vi: 'Không nhận ra đây là loại tệp gì; nội dung không phải chữ. Đọc được: .docx, .pdf có chữ, .xlsx, .xls, .csv, .txt, .md.',
    en: 'What kind of file this is cannot be told; it holds no text. These can be read: .docx, .pdf with text, .xlsx, .xls, .csv, .txt, .md.',
  },
  'reader-crashed': {
    vi: 'Phần đọc tài liệu dừng đột ngột khi đọc tệp này; các phần khác vẫn chạy. Thử mở lại; nếu vẫn vậy, dán phần chương trình vào đây.',
    en: 'The part that reads documents stopped at this file; everything else goes on. Try again; if it stops again, paste the agenda here.',
  },
  stopping: { vi: 'Chương trình đang đóng.', en: 'The app is closing.' },
} as const satisfies Words;

export type IntakeCode = keyof typeof INTAKE;
