import { useEffect, useRef } from 'react';
import type { LampId } from '../../../shared/contract/live';
import { type Lamp, lamps } from '../../../shared/domain/lamps';
import { clockHms } from '../../../shared/time/format';
import { duration, instant, toWall } from '../../../shared/time/time';
import { LAMPS } from '../../../shared/words/lamps';
import { OPERATOR } from '../../../shared/words/operator';
import type { Sentence } from '../../../shared/words/words';
import { useMirror } from '../../store/hall-store';
import { hallNow, useHallNow } from '../../store/hall-time';
import { type DialogId, openDialog, setMenu, useUi } from '../../store/ui-store';
import { Button, Kbd } from '../../ui/button';
import { IconDots, IconQuestion } from '../../ui/icons';
import { LampMark } from '../../ui/lamp-mark';
import { openCheckin, switchLanguage } from '../desk/actions';
import { useBoundary } from '../desk/boundary';
import { useSame } from '../desk/live';
import { type Speaker, useWords } from '../desk/words';
import './top.css';

export function TopBar() {
  const words = useWords();
  const name = useMirror((m) => m.state?.plan?.name ?? null);
  const place = useMirror((m) => m.state?.plan?.place ?? '');
  return (
    <header className="top">
      <div className="top-event" title={place}>
        {name ?? words.say(OPERATOR['no-event-name'])}
      </div>
      <Lamps words={words} />
      <HallClock words={words} />
      <Button
        small
        look="bare"
        testid="language-toggle"
        title={words.say(OPERATOR.language)}
        aria-label={words.say(OPERATOR.language)}
        onClick={switchLanguage}
      >
        <span className="top-language" data-on={words.language === 'vi'}>
          VI
        </span>
        <span className="top-language" data-on={words.language === 'en'}>
          EN
        </span>
      </Button>
      <Button
        small
        look="bare"
        testid="keys-open"
        title={words.say(OPERATOR['keys-title'])}
        aria-label={words.say(OPERATOR['keys-title'])}
        icon={<IconQuestion size={17} />}
        onClick={() => openDialog('keys')}
      />
      <More words={words} />
    </header>
  );
}

function HallClock({ words }: { readonly words: Speaker }) {
  const box = useRef<HTMLTimeElement>(null);
  const offset = useMirror((m) => m.state?.clock.wallOffset ?? duration(0));
  useBoundary(
    (now) => {
      const wall = toWall(now, offset);
      return instant(now + 1000 - (((wall % 1000) + 1000) % 1000));
    },
    (at) => {
      if (box.current !== null) box.current.textContent = clockHms(toWall(at, offset));
    },
    [offset],
  );
  return <time className="top-clock" ref={box} data-testid="hall-clock" title={words.say(OPERATOR['hall-clock'])} />;
}

/** Where a lamp is looked after. */
const DIALOG_OF: Readonly<Record<LampId, DialogId>> = {
  storage: 'log',
  obs: 'obs',
  scanner: 'scanner',
  stage: 'windows',
  clock: 'log',
};
/** Often enough for the clock's lamp to go out; all else comes as an event. */
const RENEW_MS = 15_000;

function Lamps({ words }: { readonly words: Speaker }) {
  const tick = useHallNow(hallNow() === null ? 50 : RENEW_MS);
  const list = useSame((m): readonly Lamp[] => {
    const now = hallNow() ?? tick;
    return m.live === null || m.state === null || now === null ? [] : lamps(m.live, now, m.state.clock);
  });
  return (
    <div className="top-lamps">
      {list.map((lamp) => (
        <button
          type="button"
          key={lamp.id}
          className="lamp"
          data-testid={`lamp-${lamp.id}`}
          data-level={lamp.level}
          onClick={() => openDialog(DIALOG_OF[lamp.id])}
          aria-label={`${words.say(LAMPS[lamp.id])}: ${words.say(LAMPS[`level-${lamp.level}`])}. ${words.code(lamp.area, lamp.code, lamp.params)}`}
        >
          <LampMark level={lamp.level} />
          <span className="lamp-name">{words.say(LAMPS[lamp.id])}</span>
          <span className="lamp-word">{words.say(LAMPS[`level-${lamp.level}`])}</span>
          <span className="lamp-tip" role="tooltip">
            {words.code(lamp.area, lamp.code, lamp.params)}
          </span>
        </button>
      ))}
    </div>
  );
}

/** What is looked at during the day, always in sight. */
const BAR = [
  { dialog: 'plan', word: 'bar-plan', key: 'V', testid: 'plan-open' },
  { dialog: 'editing', word: 'bar-editing', key: 'A', testid: 'edit-open' },
  { dialog: 'library', word: 'bar-library', key: 'H', testid: 'library-open' },
  { dialog: 'scanner', word: 'bar-scanner', key: 'Q', testid: 'scanner-open' },
  { dialog: 'windows', word: 'bar-windows', key: 'W', testid: 'windows-open' },
  { dialog: 'log', word: 'bar-log', key: 'J', testid: 'log-open' },
] as const;

const MENU: readonly { readonly dialog: DialogId; readonly says: Sentence; readonly key: string }[] = [
  { dialog: 'plan', says: OPERATOR['plan-open'], key: 'V' },
  { dialog: 'editing', says: OPERATOR['edit-open'], key: 'A' },
  { dialog: 'library', says: OPERATOR['library-open'], key: 'H' },
  { dialog: 'sample', says: OPERATOR['open-sample'], key: 'S' },
  { dialog: 'obs', says: OPERATOR['obs-title'], key: 'O' },
  { dialog: 'scanner', says: OPERATOR['scanner-title'], key: 'Q' },
  { dialog: 'windows', says: OPERATOR['windows-title'], key: 'W' },
  { dialog: 'log', says: OPERATOR['log-title'], key: 'J' },
];

/** Always in the page, shown when asked for: what is reached by a lamp is also reached from here. */
function More({ words }: { readonly words: Speaker }) {
  const open = useUi((u) => u.menu);
  const box = useRef<HTMLDivElement>(null);
  const version = useMirror((m) => m.live?.desk.version ?? '');
  useEffect(() => {
    if (!open) return;
    const away = (e: PointerEvent): void => {
      if (e.target instanceof Node && box.current?.contains(e.target) === true) return;
      setMenu(false);
    };
    window.addEventListener('pointerdown', away);
    return () => window.removeEventListener('pointerdown', away);
  }, [open]);
  return (
    <div className="more" ref={box}>
      <div className="more-bar">
        {BAR.map((b) => (
          <Button
            key={b.dialog}
            small
            look="bare"
            testid={b.testid}
            shortcut={b.key}
            onClick={() => openDialog(b.dialog)}
          >
            {words.say(OPERATOR[b.word])}
          </Button>
        ))}
      </div>
      <Button
        small
        look="bare"
        testid="menu-open"
        aria-expanded={open}
        aria-label={words.say(OPERATOR.menu)}
        title={words.say(OPERATOR.menu)}
        icon={<IconDots size={17} />}
        onClick={() => setMenu(!open)}
      />
      {open ? (
        <div className="more-list" role="menu">
          {MENU.map((m) => (
            <button
              type="button"
              role="menuitem"
              key={m.dialog}
              data-testid={`menu-${m.dialog}`}
              onClick={() => openDialog(m.dialog)}
            >
              {words.say(m.says)} <Kbd>{m.key}</Kbd>
            </button>
          ))}
          <button
            type="button"
            role="menuitem"
            onClick={() => {
              setMenu(false);
              openCheckin();
            }}
          >
            {words.say(OPERATOR['open-checkin'])} <Kbd>K</Kbd>
          </button>
          <p>
            {words.say(OPERATOR.app)} {version}
          </p>
        </div>
      ) : null}
    </div>
  );
}
