import type { AnswerParams } from '../../../shared/contract/commands';
import type { HallEvent, Recorded } from '../../../shared/contract/events';
import type { SegmentId } from '../../../shared/domain/agenda/agenda';
import type { DelegateId } from '../../../shared/domain/attendance/attendance';
import type { HallState } from '../../../shared/domain/hall';
import { type LampArea, signedSeconds } from '../../../shared/domain/lamps';
import { signedMinutes } from '../../../shared/time/format';
import { LAMPS } from '../../../shared/words/lamps';
import { LOG } from '../../../shared/words/log';
import { OPERATOR } from '../../../shared/words/operator';
import type { Sentence } from '../../../shared/words/words';
import type { Speaker } from '../desk/words';

/** Names for the ids of the journal, as the hall knows them now. */
export interface Names {
  readonly segment: (id: SegmentId) => string | null;
  readonly delegate: (id: DelegateId) => { readonly name: string; readonly unit: string } | null;
}

export function namesOf(state: HallState): Names {
  const segments = new Map(state.plan?.segments.map((s) => [s.id, s.title]));
  const delegates = new Map(state.attendance.delegates.map((d) => [d.id, d]));
  return { segment: (id) => segments.get(id) ?? null, delegate: (id) => delegates.get(id) ?? null };
}

/** One entry of the journal as a sentence. */
export function describe({ event: e }: Pick<Recorded, 'event'>, names: Names, words: Speaker): string {
  const line = (sentence: Sentence, params: AnswerParams = {}): string => words.say(sentence, params);
  const segment = (id: SegmentId): string => names.segment(id) ?? words.say(LOG['segment-gone']);
  switch (e.type) {
    case 'event.opened': {
      const counts = { name: e.plan.name, segments: e.plan.segments.length, delegates: e.delegates.length };
      return line(LOG[`event.opened.${e.mode}`], counts);
    }
    case 'plan.edited':
      return line(LOG['plan.edited'], { what: words.say(LOG[`plan.edited.${e.what}`]) });
    case 'library.kept':
      return line(LOG['library.kept'], { name: e.plan.name });
    case 'plan.undone':
    case 'plan.redone':
    case 'library.archived':
    case 'library.deleted':
      return line(LOG[e.type]);
    case 'app.started':
      return line(LOG['app.started'], { version: e.version });
    case 'clock.stepped':
      return line(LOG['clock.stepped'], { s: signedSeconds(e.byMs) });
    case 'clock.slept':
      return line(LOG['clock.slept'], { s: Math.round(e.ms / 1000) });
    case 'timer.loaded':
    case 'timer.returned':
      return line(LOG[e.type], { segment: segment(e.segmentId) });
    case 'timer.started':
      return e.allowanceMs === null
        ? line(LOG['timer.started.open'], { segment: segment(e.segmentId) })
        : line(LOG['timer.started'], { segment: segment(e.segmentId), minutes: signedMinutes(e.allowanceMs) });
    case 'timer.paused':
    case 'timer.resumed':
    case 'timer.stopped':
    case 'message.cleared':
      return line(LOG[e.type]);
    case 'timer.added': {
      const minutes = signedMinutes(e.ms);
      return line(LOG['timer.added'], { minutes: minutes > 0 ? `+${minutes}` : `−${-minutes}` });
    }
    case 'message.shown':
      return line(LOG['message.shown'], { text: e.text });
    case 'scene.wanted':
      return line(LOG[`scene.wanted.${e.by}`], { scene: words.say(OPERATOR[`role-${e.role}`]) });
    case 'programme.reported':
      return line(LOG[e.followed ? 'programme.followed' : 'programme.reported'], { scene: e.sceneName });
    case 'scene.renamed':
      return line(LOG['scene.renamed'], { role: words.say(OPERATOR[`role-${e.role}`]), name: e.name });
    case 'scan.judged':
      return describeScan(e, names, words);
    case 'presence.undone':
      return line(LOG['presence.undone'], {
        name: names.delegate(e.delegateId)?.name ?? words.say(LOG['someone-gone']),
      });
    case 'lamp.changed':
      return line(LOG['lamp.changed'], { lamp: words.say(LAMPS[e.lamp]), sentence: lampSentence(e, words) });
  }
}

function describeScan(e: Extract<HallEvent, { type: 'scan.judged' }>, names: Names, words: Speaker): string {
  const who = e.delegateId === null ? null : names.delegate(e.delegateId);
  const key = e.verdict === 'new' && e.source === 'manual' ? 'scan.manual' : (`scan.${e.verdict}` as const);
  return words.say(LOG[key], {
    name: who?.name ?? words.say(LOG['someone-gone']),
    unit: who?.unit ?? '–',
    door: e.door,
    text: e.text,
  });
}

/** An event keeps only the lamp, so its code is looked for in the desk's own lamps first and then in the part's. */
function lampSentence(e: Extract<HallEvent, { type: 'lamp.changed' }>, words: Speaker): string {
  if (Object.hasOwn(LAMPS, e.code)) return words.code('lamps', e.code, e.params);
  const area: LampArea = e.lamp === 'storage' || e.lamp === 'obs' || e.lamp === 'scanner' ? e.lamp : 'lamps';
  return words.code(area, e.code, e.params);
}
