import { useEffect, useRef } from 'react';
import type { Slide } from '../../shared/domain/scenes/slide';
import { drawSlide } from './slide/draw';
import { loadFaces } from './slide/faces';

/** Fonts lie in the app itself; a picture in other letters is worth more than none. */
const FONT_LIMIT_MS = 3_000;

interface Props {
  readonly slide: Slide;
  readonly label: string;
  /** In pixels of the canvas; its size on the page is up to the style sheet. */
  readonly width?: number;
  readonly height?: number;
  readonly testid?: string;
}

/** A slide as the hall will see it, drawn by what draws it for the hall. */
export function SlidePicture({ slide, label, width = 960, height = 540, testid }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = JSON.stringify(slide);
  useEffect(() => {
    let gone = false;
    const draw = (): void => {
      const brush = gone ? null : (canvas.current?.getContext('2d') ?? null);
      if (brush !== null) drawSlide(brush, JSON.parse(text) as Slide, { width, height }, null);
    };
    draw();
    void loadFaces(document.fonts, FONT_LIMIT_MS).then(draw);
    return () => {
      gone = true;
    };
  }, [text, width, height]);
  return <canvas ref={canvas} width={width} height={height} role="img" aria-label={label} data-testid={testid} />;
}
