import { useEffect, useRef } from 'react';
import type { Slide } from '../../shared/domain/scenes/slide';
import { duration, type Instant, toHall, toWall, type WallInstant, wallInstant } from '../../shared/time/time';
import { mirror, startMirror, subscribeMirror } from '../store/hall-store';
import { hallNow, onBoundary } from '../store/hall-time';
import { loadFaces } from '../ui/slide/faces';
import { slideOnAir } from './picture';
import { SlideScreen } from './screen';
import { followSlides, roleOf } from './updates';

/** Fonts lie in the app itself; when they take longer than this something is wrong and a slide is worth more. */
const FONT_LIMIT_MS = 3000;

/** The projector's picture, drawn on one canvas; the same page serves OBS's browser source over loopback. */
export function App() {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current === null) return;
    const screen = new SlideScreen(canvas.current);
    return window.hall === undefined ? runOverLoopback(screen) : runInApp(screen);
  }, []);
  return <canvas ref={canvas} data-testid="slide" />;
}

/** In the app: the state of the hall tells what is on air. */
function runInApp(screen: SlideScreen): () => void {
  const draw = (): void => {
    const { state, live } = mirror();
    const now = hallNow();
    if (state === null || live === null || now === null) {
      screen.show(null, null);
      return;
    }
    screen.show(slideOnAir(state, live, now), toWall(now, state.clock.wallOffset));
  };
  if (window.hall !== undefined) void startMirror(window.hall).catch(() => undefined);
  const nextSecond = (from: Instant): Instant => {
    const offset = mirror().state?.clock.wallOffset ?? duration(0);
    return toHall(nextWallSecond(toWall(from, offset)), offset);
  };
  const stops = [
    subscribeMirror(draw),
    onBoundary(nextSecond, draw),
    onWindow('resize', draw),
    withFaces(screen, draw),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** In OBS: a stream of slides of one role, and this machine's wall clock. */
function runOverLoopback(screen: SlideScreen): () => void {
  let slide: Slide | null = null;
  const draw = (): void => {
    if (slide !== null) screen.show(slide, wallInstant(Date.now()));
  };
  const ticking = setInterval(draw, 250);
  const stops = [
    followSlides(
      roleOf(location.search),
      () => new EventSource('../updates'),
      (told) => {
        slide = told;
        draw();
      },
    ),
    () => clearInterval(ticking),
    onWindow('resize', draw),
    withFaces(screen, draw),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

const nextWallSecond = (t: WallInstant): WallInstant => wallInstant((Math.floor(t / 1000) + 1) * 1000);

function onWindow(type: 'resize', listener: () => void): () => void {
  window.addEventListener(type, listener);
  return () => window.removeEventListener(type, listener);
}

/** Draws once more when the letters are there. */
function withFaces(screen: SlideScreen, draw: () => void): () => void {
  let stopped = false;
  const again = (): void => {
    if (stopped) return;
    screen.forget();
    draw();
  };
  void loadFaces(document.fonts, FONT_LIMIT_MS).then(again);
  document.fonts.addEventListener('loadingdone', again);
  return () => {
    stopped = true;
    document.fonts.removeEventListener('loadingdone', again);
  };
}
