import type { OBSRequestTypes } from 'obs-websocket-js/json';
import { DRAWN_ROLES, type DrawnRole, SCENE_ROLES, type SceneRole } from '../../../shared/domain/scenes/scenes';
import {
  type Change,
  FILLED_ROLES,
  type FilledRole,
  type Fit,
  type InputReport,
  type ItemReport,
  MARK,
  type OwnScene,
  ownInput,
  PICTURE_MARK,
  PRISTINE,
  type Reported,
  sameName,
} from './state';

/** What the hall wants of OBS. */
export interface ObsWanted {
  /** Null leaves the programme alone. */
  readonly scene: SceneRole | null;
  readonly names: Readonly<Record<SceneRole, string>>;
  /** PNG files under content-hashed names, drawn at the canvas's size. */
  readonly slides: Readonly<Record<DrawnRole, { readonly path: string; readonly hash: string } | null>>;
  /** The loopback page of a role's slide, for an OBS that has a browser source; null where there is none. */
  readonly browserUrl: ((role: DrawnRole) => string) | null;
}

type Write =
  | 'CreateScene'
  | 'CreateInput'
  | 'CreateSceneItem'
  | 'SetInputSettings'
  | 'SetSceneItemTransform'
  | 'SetSceneItemLocked'
  | 'SetSceneSceneTransitionOverride';

/** One thing to ask of OBS, with its reason for the log: what was there and what shall be. */
export type ObsRequest = {
  readonly [T in Write]: {
    readonly type: T;
    readonly data: OBSRequestTypes[T];
    readonly role: SceneRole;
    readonly why: string;
    /** What the report becomes when OBS has done it; `itemId` is in the answers that make an item. */
    done(itemId: number): readonly Change[];
  };
}[Write];

/** OBS has many kinds of black; the newest that it offers. */
const COLOUR_KINDS = ['color_source_v3', 'color_source_v2', 'color_source'] as const;
/** 0xAABBGGRR, opaque. */
const BLACK = 0xff000000;

const INPUT_NAMES: Readonly<Record<FilledRole, string>> = {
  banner: 'ĐC Hình ma két',
  agenda: 'ĐC Hình chương trình',
  break: 'ĐC Hình nghỉ giải lao',
  blank: 'ĐC Nền đen',
};

export type DrawnBy = 'browser' | 'image';

export function drawnBy(w: ObsWanted, kinds: readonly string[]): DrawnBy {
  return w.browserUrl !== null && kinds.includes('browser_source') ? 'browser' : 'image';
}

/**
 * What has to be asked so that OBS has our scenes, whole. Only what can be asked now: a source is put into a scene
 * when the scene is reported. So it is called again after each round, until nothing is left.
 */
export function diffScenes(w: ObsWanted, r: Reported): readonly ObsRequest[] {
  const taken = [...r.scenes, ...r.inputs.map((i) => i.name)];
  return SCENE_ROLES.flatMap((role) => {
    const scene = r.own[role];
    if (scene === undefined) {
      // a scene of that name which is not read yet may be ours, brought back by the user: it is read before it is doubled
      const unread = r.scenes.some((s) => sameName(s, w.names[role]));
      return unread ? [] : [makeScene(role, freeName(w.names[role], taken))];
    }
    const filled = FILLED_ROLES.find((f) => f === role);
    return [...insistOnCut(role, scene, r.cut), ...(filled === undefined ? [] : fill(w, r, filled, scene, taken))];
  });
}

/** Whether the programme has to be changed. @param expected what is on air, or was asked for last and is on its way. */
export function diffProgramme(target: string, expected: string | null): { readonly why: string } | null {
  return target === expected ? null : { why: `programme changed from ${q(expected)} to ${q(target)}` };
}

/** The item of our source in a role's scene; null while there is none. */
export function ownItem(w: ObsWanted, r: Reported, role: FilledRole): ItemReport | null {
  const source = wantedSource(w, r, role);
  const input = source === null ? null : ownInput(r, role, source.kind, source.name);
  return input === null ? null : (r.own[role]?.items.find((i) => i.sourceName === input.name) ?? null);
}

/**
 * Whether a cut to this scene would show what it should. `loading`: a new picture is being sent or loaded;
 * `empty`: there is no picture at all.
 */
export function pictureOf(
  w: ObsWanted,
  r: Reported,
  role: SceneRole,
  isLoading: (role: DrawnRole) => boolean,
): 'ready' | 'loading' | 'empty' {
  const drawn = DRAWN_ROLES.find((d) => d === role);
  if (drawn === undefined) return 'ready';
  const item = ownItem(w, r, drawn);
  if (item === null) return 'empty';
  // a page draws itself, and goes on showing its last state
  if (drawnBy(w, r.kinds) === 'browser') return 'ready';
  const due = diffScenes(w, r).some((q) => q.role === role && q.type === 'SetInputSettings');
  return due || isLoading(drawn) ? 'loading' : item.sourceWidth > 0 ? 'ready' : 'empty';
}

function makeScene(role: SceneRole, name: string): ObsRequest {
  return {
    type: 'CreateScene',
    data: { sceneName: name },
    role,
    why: `scene of ${role} changed from none to ${q(name)}`,
    done: () => [{ type: 'scene.made', name, role }],
  };
}

/** A transition of the user's own choosing would show two pictures at once, and late. */
function insistOnCut(role: SceneRole, scene: OwnScene, cut: string | null): readonly ObsRequest[] {
  if (cut === null || scene.override === cut) return [];
  return [
    {
      type: 'SetSceneSceneTransitionOverride',
      data: { sceneName: scene.name, transitionName: cut },
      role,
      why: `transition into ${q(scene.name)} changed from ${q(scene.override)} to ${q(cut)}`,
      done: () => [{ type: 'override.set', role, transition: cut }],
    },
  ];
}

interface WantedSource {
  readonly kind: string;
  readonly name: string;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
}

/** Null while there is nothing to show: no picture drawn yet, or no kind of source for it. */
function wantedSource(w: ObsWanted, r: Reported, role: FilledRole): WantedSource | null {
  const size = r.canvas;
  if (role === 'blank') {
    const kind = COLOUR_KINDS.find((k) => r.kinds.includes(k));
    if (kind === undefined) return null;
    return { kind, name: INPUT_NAMES.blank, settings: { color: BLACK, ...size, [MARK]: role } };
  }
  if (w.browserUrl !== null && drawnBy(w, r.kinds) === 'browser') {
    const settings = { url: w.browserUrl(role), is_local_file: false, shutdown: false, ...size, [MARK]: role };
    return { kind: 'browser_source', name: `${INPUT_NAMES[role]} (web)`, settings };
  }
  const slide = w.slides[role];
  if (slide === null || !r.kinds.includes('image_source')) return null;
  // a file name in another normal form is another file to Linux, so the path goes out as it came
  const settings = { file: slide.path, unload: false, [MARK]: role, [PICTURE_MARK]: slide.hash };
  return { kind: 'image_source', name: INPUT_NAMES[role], settings };
}

function fill(
  w: ObsWanted,
  r: Reported,
  role: FilledRole,
  scene: OwnScene,
  taken: readonly string[],
): readonly ObsRequest[] {
  const source = wantedSource(w, r, role);
  if (source === null) return [];
  const input = ownInput(r, role, source.kind, source.name);
  if (input === null) return [makeInput(role, scene, source, freeName(source.name, taken))];
  const item = scene.items.find((i) => i.sourceName === input.name);
  return [
    ...setSource(role, input, source),
    ...(item === undefined ? [addItem(role, scene, input)] : place(role, scene, item, r.canvas)),
  ];
}

function makeInput(role: FilledRole, scene: OwnScene, s: WantedSource, name: string): ObsRequest {
  const settings = { ...s.settings };
  return {
    type: 'CreateInput',
    data: {
      sceneName: scene.name,
      inputName: name,
      inputKind: s.kind,
      inputSettings: settings,
      sceneItemEnabled: true,
    },
    role,
    why: `source of ${role} changed from none to ${q(name)} (${s.kind}${shown(settings)})`,
    done: (itemId) => [{ type: 'input.made', role, input: { name, kind: s.kind, settings }, itemId }],
  };
}

function setSource(role: FilledRole, input: InputReport, s: WantedSource): readonly ObsRequest[] {
  const was = input.settings ?? {};
  const changed = Object.keys(s.settings).filter((k) => was[k] !== s.settings[k]);
  if (changed.length === 0) return [];
  // the whole of it: OBS loads a picture again when its path is sent, changed or not
  const settings = { ...s.settings };
  return [
    {
      type: 'SetInputSettings',
      data: { inputName: input.name, inputSettings: settings, overlay: true },
      role,
      why: changed.map((k) => `${k} of ${q(input.name)} changed from ${q(was[k])} to ${q(settings[k])}`).join('; '),
      done: () => [{ type: 'input.set', name: input.name, settings }],
    },
  ];
}

function addItem(role: FilledRole, scene: OwnScene, input: InputReport): ObsRequest {
  return {
    type: 'CreateSceneItem',
    data: { sceneName: scene.name, sourceName: input.name, sceneItemEnabled: true },
    role,
    why: `place of ${q(input.name)} in ${q(scene.name)} changed from none to one`,
    done: (itemId) => [{ type: 'item.made', role, sourceName: input.name, itemId }],
  };
}

/** Fits what nobody has touched, or what is locked as we left it. An item that the user unlocked is the user's. */
function place(role: FilledRole, scene: OwnScene, item: ItemReport, canvas: Reported['canvas']): readonly ObsRequest[] {
  const fit: Fit = { bounds: 'OBS_BOUNDS_SCALE_INNER', ...canvas, x: 0, y: 0 };
  const fitted = sameFit(item.fit, fit);
  const untouched = sameFit(item.fit, PRISTINE);
  if (!item.locked && !untouched && !fitted) return [];
  const where = { sceneName: scene.name, sceneItemId: item.id };
  // the lock first: it is what says that the frame is ours, should the link be lost in between
  if (!item.locked && untouched) {
    return [
      {
        type: 'SetSceneItemLocked',
        data: { ...where, sceneItemLocked: true },
        role,
        why: `lock of ${q(item.sourceName)} changed from off to on`,
        done: () => [{ type: 'item.locked', role, itemId: item.id }],
      },
    ];
  }
  if (fitted) return [];
  return [
    {
      type: 'SetSceneItemTransform',
      data: { ...where, sceneItemTransform: transformOf(fit) },
      role,
      why: `frame of ${q(item.sourceName)} changed from ${shownFit(item.fit)} to ${shownFit(fit)}`,
      done: () => [{ type: 'item.fitted', role, itemId: item.id, fit }],
    },
  ];
}

function transformOf(f: Fit): Record<string, string | number> {
  return {
    positionX: f.x,
    positionY: f.y,
    rotation: 0,
    // left and top; the middle for the bounds
    alignment: 5,
    boundsAlignment: 0,
    boundsType: f.bounds,
    boundsWidth: f.width,
    boundsHeight: f.height,
    cropLeft: 0,
    cropRight: 0,
    cropTop: 0,
    cropBottom: 0,
  };
}

function sameFit(a: Fit, b: Fit): boolean {
  if (a.bounds !== b.bounds || Math.abs(a.x - b.x) > 0.5 || Math.abs(a.y - b.y) > 0.5) return false;
  return a.bounds === PRISTINE.bounds || (Math.abs(a.width - b.width) < 0.5 && Math.abs(a.height - b.height) < 0.5);
}

/** Scenes and sources share one name space in OBS, whatever collection they were made in. */
function freeName(name: string, taken: readonly string[]): string {
  const free = (n: string): boolean => !taken.some((t) => sameName(t, n));
  const base = name.normalize('NFC');
  if (free(base)) return base;
  for (let n = 2; ; n++) if (free(`${base} (${n})`)) return `${base} (${n})`;
}

const q = (v: unknown): string =>
  v === null || v === undefined ? 'none' : typeof v === 'string' ? `"${v}"` : String(v);
const shown = (s: WantedSource['settings']): string => {
  const what = s.file ?? s.url;
  return what === undefined ? '' : `, ${q(what)}`;
};
const shownFit = (f: Fit): string => `${f.bounds} ${f.width}x${f.height} at ${f.x},${f.y}`;
