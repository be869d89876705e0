import { describe, it } from 'vitest';
import { type RealObs, startObs, whyNoObs } from '../../../tooling/real-obs';
import { describeObs, type FarEnd } from './obs-contract';

const endOf = (obs: RealObs): FarEnd => ({
  port: obs.port,
  password: obs.password,
  exit: () => obs.exit(),
  kill: () => obs.kill9(),
  start: async () => obs.spawnAgain(),
  ready: () => obs.ready(),
  freeze: () => process.kill(obs.pid, 'SIGSTOP'),
  thaw: () => process.kill(obs.pid, 'SIGCONT'),
  stop: () => obs.stop(),
});

const missing = whyNoObs();
if (missing === null)
  describeObs(
    'a real OBS',
    async () => endOf(await startObs()),
    (line) => console.log(line),
  );
else describe('the adapter with a real OBS', () => it.skip(`is not tried: ${missing}`, () => {}));
