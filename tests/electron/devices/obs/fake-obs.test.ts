import { type FakeObs, startFakeObs } from '../../../fakes/fake-obs';
import { describeObs, type FarEnd } from './obs-contract';

const endOf = (obs: FakeObs): FarEnd => ({
  port: obs.port,
  password: obs.password ?? '',
  exit: async () => {
    await obs.exit();
    return true;
  },
  kill: () => obs.kill(),
  start: () => obs.start(),
  ready: async () => {},
  freeze: () => obs.freeze(),
  thaw: () => obs.thaw(),
  stop: () => obs.kill(),
});

describeObs(
  'a fake OBS',
  async () => endOf(await startFakeObs()),
  () => {},
);
