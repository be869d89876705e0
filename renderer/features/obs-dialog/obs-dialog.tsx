import { Checkbox, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { OBS_LEVEL } from '../../../shared/domain/lamps';
import { OPERATOR } from '../../../shared/words/operator';
import { toast } from '../../store/ui-store';
import { Button } from '../../ui/button';
import { LampMark } from '../../ui/lamp-mark';
import { useSame } from '../desk/live';
import { run } from '../desk/run';
import { useWords } from '../desk/words';

/** Where OBS is and how to get in. The dialog stays open, so that the answer is read where the question was asked. */
export function ObsDialog() {
  const words = useWords();
  const desk = useSame((m) => m.live?.desk ?? null);
  const obs = useSame((m) => m.live?.obs ?? null);
  const level = obs === null ? 'off' : OBS_LEVEL[obs.link];
  const [address, setAddress] = useState(desk?.obs.address ?? '127.0.0.1');
  const [port, setPort] = useState(String(desk?.obs.port ?? 4455));
  const [password, setPassword] = useState('');
  const [forget, setForget] = useState(false);
  const [busy, setBusy] = useState(false);
  const kept = desk?.obs.hasPassword ?? false;
  const portNumber = Number(port);
  const badPort = !Number.isInteger(portNumber) || portNumber < 1 || portNumber > 65535;
  const badAddress = !/^[A-Za-z0-9.:_-]{1,253}$/.test(address.trim());

  const connect = async (): Promise<void> => {
    if (badPort || badAddress) return;
    setBusy(true);
    const keep = password === '' && kept && !forget;
    const answer = await run({
      type: 'obs.link',
      address: address.trim(),
      port: portNumber,
      password: keep ? null : password,
    });
    setBusy(false);
    if (!answer.ok) return;
    setPassword('');
    setForget(false);
    toast('info', words.say(OPERATOR['obs-sent'], { address: address.trim(), port }));
  };

  return (
    <form
      className="dialog"
      onSubmit={(e) => {
        e.preventDefault();
        void connect();
      }}
    >
      <p className="dialog-say" data-testid="obs-dialog-sentence">
        <LampMark level={level} />
        <span>{obs === null ? '' : words.code('obs', obs.code, obs.params)}</span>
      </p>
      <p className="dialog-help">{words.say(OPERATOR['obs-help'])}</p>
      <div className="dialog-fields" style={{ gridTemplateColumns: '1fr 110px' }}>
        <TextInput
          data-testid="obs-address"
          label={words.say(OPERATOR.address)}
          value={address}
          error={badAddress ? words.say(OPERATOR['bad-address']) : null}
          onChange={(e) => setAddress(e.currentTarget.value)}
        />
        <TextInput
          data-testid="obs-port"
          label={words.say(OPERATOR.port)}
          value={port}
          inputMode="numeric"
          error={badPort ? words.say(OPERATOR['bad-port']) : null}
          onChange={(e) => setPort(e.currentTarget.value)}
        />
      </div>
      <PasswordInput
        data-testid="obs-password"
        data-autofocus
        label={words.say(OPERATOR.password)}
        description={words.say(kept ? OPERATOR['password-kept'] : OPERATOR['password-none'])}
        value={password}
        onChange={(e) => setPassword(e.currentTarget.value)}
      />
      {kept ? (
        <Checkbox
          label={words.say(OPERATOR['password-forget'])}
          checked={forget}
          onChange={(e) => setForget(e.currentTarget.checked)}
        />
      ) : null}
      {desk?.keyring === false ? <p className="dialog-warning">{words.say(OPERATOR['no-keyring'])}</p> : null}
      <div className="dialog-buttons">
        {obs === null || obs.link === 'off' ? null : (
          <Button testid="obs-disconnect" onClick={() => void run({ type: 'obs.unlink' })}>
            {words.say(OPERATOR.disconnect)}
          </Button>
        )}
        <Button type="submit" look="gold" testid="obs-connect" disabled={busy || badPort || badAddress}>
          {words.say(OPERATOR.connect)}
        </Button>
      </div>
    </form>
  );
}
