import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { DisplayLive, WindowLive } from '../../../shared/contract/live';
import { OPERATOR } from '../../../shared/words/operator';
import { WINDOWS } from '../../../shared/words/windows';
import { Button } from '../../ui/button';
import { LampMark } from '../../ui/lamp-mark';
import { useSame } from '../desk/live';
import { run } from '../desk/run';
import { type Speaker, useWords } from '../desk/words';

const ROLES = ['stage', 'slides', 'checkin'] as const;
type Role = (typeof ROLES)[number];
const NO_DISPLAYS: readonly DisplayLive[] = [];
const IN_WINDOW = 'window';
const LEVEL = { closed: 'off', windowed: 'ok', fullscreen: 'ok', parked: 'bad' } as const;

export function WindowsDialog() {
  const words = useWords();
  const displays = useSame((m) => m.live?.displays ?? NO_DISPLAYS);
  return (
    <div className="dialog">
      <p className="dialog-help">{words.say(OPERATOR['windows-help'])}</p>
      {displays.length < 2 ? <p className="dialog-warning">{words.say(OPERATOR['display-only'])}</p> : null}
      <div>
        {ROLES.map((role) => (
          <WindowRow key={role} role={role} displays={displays} words={words} />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  readonly role: Role;
  readonly displays: readonly DisplayLive[];
  readonly words: Speaker;
}

function WindowRow({ role, displays, words }: RowProps) {
  const window = useSame((m): WindowLive | null => m.live?.windows.find((w) => w.role === role) ?? null);
  const state = window?.state ?? 'closed';
  const [chosen, setChosen] = useState<string | null>(null);
  // what suits the window: where it is, else the first display that is not the operator's own
  const suits =
    state === 'fullscreen' || state === 'parked'
      ? String(window?.displayId ?? IN_WINDOW)
      : role === 'checkin'
        ? IN_WINDOW
        : String(displays.find((d) => !d.operator)?.id ?? IN_WINDOW);
  const value = chosen ?? suits;
  const options = [
    { value: IN_WINDOW, label: words.say(OPERATOR['in-window']) },
    ...displays.map((d) => ({ value: String(d.id), label: displayName(d, words) })),
  ];
  const own = displays.some(
    (d) => d.operator && (value === String(d.id) || (state === 'windowed' && window?.displayId === d.id)),
  );
  const open = (): void => {
    const displayId = value === IN_WINDOW ? null : Number(value);
    void run({ type: 'window.open', role, displayId });
  };
  return (
    <div
      className="dialog-row"
      style={{ gridTemplateColumns: 'auto 1.1fr 1.2fr auto auto' }}
      data-testid={`window-${role}`}
      data-state={state}
    >
      <LampMark level={LEVEL[state]} />
      <div>
        <b>{words.say(OPERATOR[`window-${role}`])}</b>
        <br />
        <span className="dialog-help">{words.say(OPERATOR[`window-${state}`])}</span>
      </div>
      <NativeSelect
        data-testid={`${role}-display`}
        aria-label={`${words.say(OPERATOR[`window-${role}`])}: ${words.say(OPERATOR.display)}`}
        data={options}
        value={value}
        onChange={(e) => setChosen(e.currentTarget.value)}
      />
      <Button testid={`${role}-open`} look={state === 'closed' ? 'gold' : 'plain'} onClick={open}>
        {words.say(OPERATOR.open)}
      </Button>
      <Button
        testid={`${role}-close`}
        disabled={state === 'closed'}
        onClick={() => void run({ type: 'window.close', role })}
      >
        {words.say(OPERATOR.close)}
      </Button>
      {own ? (
        <p className="dialog-help dialog-note" data-testid={`${role}-own-display`}>
          {words.say(WINDOWS['own-display'])}
        </p>
      ) : null}
    </div>
  );
}

function displayName(d: DisplayLive, words: Speaker): string {
  const label = d.label === '' ? `${words.say(OPERATOR.display)} ${d.id}` : d.label;
  return words.say(OPERATOR[d.operator ? 'display-operator' : 'display-n'], {
    label,
    width: d.width,
    height: d.height,
  });
}
