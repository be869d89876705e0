import type { PlanApi, PlanConversion, PlanInput, PlanIntake, PlanNotice } from '../../../../shared/contract/plan-api';
import { plainDocument } from '../../../../shared/plan/document';
import type { Finding, Reading } from '../../../../shared/plan/draft';
import { readPlan } from '../../../../shared/plan/read';
import type { IsoDay } from '../../../../shared/time/time';

/** The far end of `window.plans`: the real reader on plain text, and a hold for a reading that takes its time. */
export class FakePlans implements PlanApi {
  readonly inputs: PlanInput[] = [];
  cancelled = 0;
  /** The next document is refused with this. */
  refuse: { readonly code: string; readonly params: Readonly<Record<string, string | number>> } | null = null;
  conversion: PlanConversion | null = null;
  notices: readonly PlanNotice[] = [];
  /** These words are told as struck through, in the item that has them for its title. */
  struck: string | null = null;
  /** True: the answer waits for `release`. */
  holds = false;
  progress: (fraction: number) => void = () => undefined;
  release: () => void = () => undefined;

  async read(input: PlanInput, progress: (fraction: number) => void): Promise<PlanIntake> {
    this.inputs.push(input);
    this.progress = progress;
    if (this.holds)
      await new Promise<void>((resolve) => {
        this.release = resolve;
      });
    if (this.refuse !== null) return { ok: false, ...this.refuse };
    const text = input.kind === 'text' ? input.text : new TextDecoder().decode(input.bytes);
    const document = plainDocument(text);
    return {
      ok: true,
      name: input.kind === 'text' ? '' : input.name,
      document,
      reading: this.#withStruck(readPlan(document, '2026-03-01' as IsoDay), text),
      conversion: this.conversion,
      notices: this.notices,
    };
  }

  #withStruck(reading: Reading, text: string): Reading {
    const { struck } = this;
    const item = reading.draft.segments.find((s) => s.title === struck);
    if (struck === null || item === undefined) return reading;
    const from = text.indexOf(struck);
    const finding: Finding = {
      id: 'intake-struck-1',
      code: 'struck-through',
      level: 'doubt',
      params: { written: struck },
      passages: [{ from, to: from + struck.length }],
      place: { part: 'segment', id: item.id },
      choices: [],
    };
    return { ...reading, findings: [finding, ...reading.findings] };
  }

  cancel(): void {
    this.cancelled++;
  }
}

export const PLAN_TEXT = `ĐẢNG ỦY PHƯỜNG AN BIÊN
KẾ HOẠCH
Tổ chức Hội nghị sơ kết công tác quý I
1. Thời gian: 01 ngày, từ 7h30, thứ Bảy ngày 14/3/2026.
2. Địa điểm: Hội trường tầng 2, số 5 đường Trần Phú.
3. Chương trình
- 7h30 - 8h00: Đón tiếp đại biểu
- 8h00 - 8h10: Khai mạc Hội nghị - Đồng chí Nguyễn Văn Ánh
- 8h10 - 9h00: Báo cáo sơ kết quý I - Đồng chí Trần Thị Bình
- 9h30 - 10h15: Thảo luận
- 10h15 - 10h30: Bế mạc
`;
