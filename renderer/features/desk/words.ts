import { useMemo } from 'react';
import type { AnswerParams } from '../../../shared/contract/commands';
import type { LampArea } from '../../../shared/domain/lamps';
import { type Language, type Sentence, say, sayCode, type Values } from '../../../shared/words/words';
import { mirror, useMirror } from '../../store/hall-store';
import { AREAS, refusalWords } from './areas';

/** How a panel speaks: in the language of the desk, which every window shares. */
export interface Speaker {
  readonly language: Language;
  readonly say: (sentence: Sentence, values?: Values) => string;
  /** The sentence of a device's code. */
  readonly code: (area: LampArea, code: string, params: AnswerParams) => string;
  readonly refusal: (code: string, params: AnswerParams) => string;
}

export function speaker(language: Language): Speaker {
  return {
    language,
    say: (sentence, values) => say(sentence, language, values),
    code: (area, code, params) => sayCode(AREAS[area], code, language, params),
    refusal: (code, params) => sayCode(refusalWords(), code, language, params),
  };
}

export function useWords(): Speaker {
  const language = useMirror((m) => m.live?.desk.language ?? 'vi');
  return useMemo(() => speaker(language), [language]);
}

/** For what happens outside a component: a key, a toast. */
export const speakNow = (): Speaker => speaker(mirror().live?.desk.language ?? 'vi');
