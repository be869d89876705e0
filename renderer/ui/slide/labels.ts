/** The few words of the slides themselves. Slides speak to the hall, so they are Vietnamese whatever the desk speaks. */
export const LABELS = {
  now: 'ĐANG DIỄN RA',
  resumes: 'Tiếp tục lúc',
  resumesSoon: 'Hội nghị sắp tiếp tục',
  left: 'CÒN LẠI',
  next: 'Nội dung tiếp theo',
} as const;
