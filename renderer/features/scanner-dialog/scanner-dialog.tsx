import { Autocomplete, NativeSelect, TextInput } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { DeskCommand } from '../../../shared/contract/commands';
import type { PortInfo } from '../../../shared/contract/hall-api';
import type { ScannerLive } from '../../../shared/contract/live';
import { OPERATOR } from '../../../shared/words/operator';
import { hallApi, send } from '../../store/hall-store';
import { toast, ui } from '../../store/ui-store';
import { Button } from '../../ui/button';
import { LampMark } from '../../ui/lamp-mark';
import { useSame } from '../desk/live';
import { run } from '../desk/run';
import { type Speaker, useWords } from '../desk/words';

type Framing = Pick<Extract<DeskCommand, { type: 'scanner.open' }>, 'dataBits' | 'parity' | 'stopBits'>;

const BAUDS = ['9600', '115200', '19200', '38400', '57600', '4800', '2400'];
/** The settings that readers leave the factory with. */
const FRAMES: Readonly<Record<string, Framing>> = {
  '8N1': { dataBits: 8, parity: 'none', stopBits: 1 },
  '7E1': { dataBits: 7, parity: 'even', stopBits: 1 },
  '8E1': { dataBits: 8, parity: 'even', stopBits: 1 },
  '8O1': { dataBits: 8, parity: 'odd', stopBits: 1 },
  '7O1': { dataBits: 7, parity: 'odd', stopBits: 1 },
  '7S2': { dataBits: 7, parity: 'space', stopBits: 2 },
};
const EIGHT: Framing = { dataBits: 8, parity: 'none', stopBits: 1 };
const NO_SCANNERS: readonly ScannerLive[] = [];

export function ScannerDialog() {
  const words = useWords();
  const scanners = useSame((m) => m.live?.scanners ?? NO_SCANNERS);
  const [ports, setPorts] = useState<readonly PortInfo[] | null>(null);
  const [path, setPath] = useState('');
  const [baud, setBaud] = useState('9600');
  const [frame, setFrame] = useState('8N1');
  const [door, setDoor] = useState(words.say(OPERATOR['door-default']));
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  const look = useCallback(async (): Promise<void> => {
    try {
      setPorts(await hallApi().ports());
    } catch (error) {
      setPorts([]);
      toast('bad', words.refusal('failed', { detail: error instanceof Error ? error.message : String(error) }));
    }
  }, [words]);
  useEffect(() => {
    void look();
  }, [look]);

  const baudRate = Number(baud);
  const badBaud = !Number.isInteger(baudRate) || baudRate < 300 || baudRate > 921_600;
  const badPath = path.trim() === '';
  const badDoor = door.trim() === '';
  const open = async (): Promise<void> => {
    setTried(true);
    if (badBaud || badPath || badDoor) return;
    setBusy(true);
    setRefused(null);
    const answer = await send({
      type: 'scanner.open',
      path: path.trim(),
      baudRate,
      ...(FRAMES[frame] ?? EIGHT),
      door: door.trim(),
    });
    setBusy(false);
    if (!answer.ok) {
      // said here and not at the edge of the desk; a port that was not there is not waited for, unlike one that went
      const why =
        answer.code === 'scanner-missing'
          ? words.say(OPERATOR['scanner-not-there'], { ...answer.params, door: door.trim(), path: path.trim() })
          : words.refusal(answer.code, answer.params);
      setRefused(why);
      if (ui().dialog !== 'scanner') toast('bad', why);
      return;
    }
    setTried(false);
    setPath('');
  };

  return (
    <div className="dialog">
      <div data-testid="scanner-list">
        {scanners.length === 0 ? <p className="dialog-help">{words.say(OPERATOR['scanner-none'])}</p> : null}
        {scanners.map((s) => (
          <OpenPort key={s.id} scanner={s} words={words} />
        ))}
      </div>
      <form
        className="dialog"
        onSubmit={(e) => {
          e.preventDefault();
          void open();
        }}
      >
        <div className="dialog-fields" style={{ gridTemplateColumns: '1fr auto', alignItems: 'end' }}>
          <Autocomplete
            data-testid="scanner-path"
            label={words.say(OPERATOR['scanner-path'])}
            description={words.say(
              ports !== null && ports.length === 0 ? OPERATOR['scanner-no-ports'] : OPERATOR['scanner-path-hint'],
            )}
            data={(ports ?? []).map((p) => p.path)}
            filter={({ options }) => options}
            renderOption={({ option }) => (
              <span>
                {option.value} <small>{ports?.find((p) => p.path === option.value)?.label ?? ''}</small>
              </span>
            )}
            value={path}
            error={tried && badPath ? words.say(OPERATOR['bad-path']) : null}
            onChange={setPath}
          />
          <Button testid="scanner-refresh" data-autofocus onClick={() => void look()}>
            {words.say(OPERATOR['scanner-refresh'])}
          </Button>
        </div>
        <div className="dialog-fields" style={{ gridTemplateColumns: '130px 100px 1fr' }}>
          <Autocomplete
            data-testid="scanner-baud"
            label={words.say(OPERATOR.baud)}
            data={BAUDS}
            filter={({ options }) => options}
            value={baud}
            error={badBaud ? words.say(OPERATOR['bad-baud']) : null}
            onChange={setBaud}
          />
          <NativeSelect
            data-testid="scanner-frame"
            label={words.say(OPERATOR.frame)}
            data={Object.keys(FRAMES)}
            value={frame}
            onChange={(e) => setFrame(e.currentTarget.value)}
          />
          <TextInput
            data-testid="scanner-door"
            label={words.say(OPERATOR.door)}
            value={door}
            maxLength={60}
            error={tried && badDoor ? words.say(OPERATOR['bad-door']) : null}
            onChange={(e) => setDoor(e.currentTarget.value)}
          />
        </div>
        {refused === null ? null : (
          <p className="dialog-say" role="alert" data-testid="scanner-refused">
            <LampMark level="bad" />
            <span>{refused}</span>
          </p>
        )}
        <div className="dialog-buttons">
          <Button type="submit" look="gold" testid="scanner-connect" disabled={busy}>
            {words.say(OPERATOR['scanner-open'])}
          </Button>
        </div>
      </form>
    </div>
  );
}

const LEVEL = { opening: 'warn', open: 'ok', lost: 'bad', refused: 'bad' } as const;

function OpenPort({ scanner: s, words }: { readonly scanner: ScannerLive; readonly words: Speaker }) {
  return (
    <div
      className="dialog-row"
      style={{ gridTemplateColumns: 'auto 1fr auto' }}
      data-testid={`scanner-${s.id}`}
      data-state={s.state}
    >
      <LampMark level={LEVEL[s.state]} />
      <div>
        <b>{s.door}</b> · {s.path} · {s.baudRate}
        <br />
        {words.code('scanner', s.code, { door: s.door, path: s.path, ...s.params })}
        <br />
        <span className="dialog-help">
          {words.say(OPERATOR['scanner-counts'], { frames: s.frames, unreadable: s.unreadable, repeats: s.repeats })}
        </span>
      </div>
      <Button small testid={`scanner-close-${s.id}`} onClick={() => void run({ type: 'scanner.close', id: s.id })}>
        {words.say(OPERATOR['scanner-close'])}
      </Button>
    </div>
  );
}
