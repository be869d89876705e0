import type { ScanVerdict } from '../../shared/domain/attendance/attendance';

/** Tones in Hz with their length in ms: up for yes, level twice for "again", down for no, a low buzz for unreadable. */
const TONES: Readonly<Record<ScanVerdict, readonly (readonly [hz: number, ms: number])[]>> = {
  new: [
    [880, 70],
    [1320, 110],
  ],
  already: [
    [660, 80],
    [0, 50],
    [660, 80],
  ],
  unknown: [
    [440, 130],
    [260, 260],
  ],
  unreadable: [[150, 240]],
};

let context: AudioContext | null = null;

/** Sounds the verdict. A machine without a sound card is silent; the screen says the same in colour and words. */
export function sound(verdict: ScanVerdict): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume().catch(() => undefined);
  let at = context.currentTime + 0.005;
  for (const [hz, ms] of TONES[verdict]) {
    const length = ms / 1000;
    if (hz > 0) tone(context, hz, at, length);
    at += length;
  }
}

function tone(audio: AudioContext, hz: number, at: number, length: number): void {
  const wave = audio.createOscillator();
  const volume = audio.createGain();
  wave.type = hz < 300 ? 'sawtooth' : 'triangle';
  wave.frequency.value = hz;
  // a few milliseconds of slope at both ends, else each tone begins and ends with a click
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.35, at + 0.006);
  volume.gain.setValueAtTime(0.35, at + length - 0.012);
  volume.gain.linearRampToValueAtTime(0, at + length);
  wave.connect(volume).connect(audio.destination);
  wave.start(at);
  wave.stop(at + length);
}
