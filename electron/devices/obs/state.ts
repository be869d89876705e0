import { DRAWN_ROLES, type DrawnRole, SCENE_ROLES, type SceneRole } from '../../../shared/domain/scenes/scenes';

/** Roles whose scene holds one source of ours; `feed` and `hall` are the operator's to fill. */
export const FILLED_ROLES = [...DRAWN_ROLES, 'blank'] as const satisfies readonly SceneRole[];
export type FilledRole = DrawnRole | 'blank';

/**
 * Kept in our sources' settings inside OBS, so that a source which the user renamed, or whose scene was renamed while
 * the app was not there, is known again instead of being made twice.
 */
export const MARK = 'diemcauRole';
/** The hash of the picture that was set, beside its path. */
export const PICTURE_MARK = 'diemcauHash';

export interface ItemReport {
  readonly id: number;
  readonly sourceName: string;
  readonly locked: boolean;
  /** 0 until the picture is loaded. */
  readonly sourceWidth: number;
  readonly fit: Fit;
}

/** Where an item stands, as far as we care. */
export interface Fit {
  readonly bounds: string;
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
}

export interface InputReport {
  readonly name: string;
  readonly kind: string;
  /** Null where they were not read: not a kind we make. */
  readonly settings: Readonly<Record<string, unknown>> | null;
}

export interface OwnScene {
  readonly name: string;
  readonly items: readonly ItemReport[];
  /** The transition that this scene insists on; null for none. */
  readonly override: string | null;
}

/** What OBS says it has. Names are in OBS's own spelling. */
export interface Reported {
  readonly collection: string;
  readonly canvas: { readonly width: number; readonly height: number };
  readonly fps: number;
  readonly kinds: readonly string[];
  /** The name that OBS's language gives the hard cut; null where it has none. */
  readonly cut: string | null;
  readonly scenes: readonly string[];
  /** Null while OBS itself does not know. */
  readonly programme: string | null;
  readonly inputs: readonly InputReport[];
  readonly own: Readonly<Partial<Record<SceneRole, OwnScene>>>;
  readonly studioMode: boolean;
}

/** What a structural event, or our own request once it was answered, changes in the report. */
export type Change =
  | { readonly type: 'scene.made'; readonly name: string; readonly role: SceneRole | null }
  | { readonly type: 'scene.removed' | 'programme'; readonly name: string }
  | { readonly type: 'scene.renamed' | 'input.renamed'; readonly from: string; readonly to: string }
  | { readonly type: 'override.set'; readonly role: SceneRole; readonly transition: string }
  | { readonly type: 'input.made'; readonly role: FilledRole; readonly input: InputReport; readonly itemId: number }
  | { readonly type: 'input.removed'; readonly name: string }
  | { readonly type: 'input.set'; readonly name: string; readonly settings: Readonly<Record<string, unknown>> }
  | { readonly type: 'item.made'; readonly role: FilledRole; readonly sourceName: string; readonly itemId: number }
  | { readonly type: 'item.removed'; readonly sceneName: string; readonly itemId: number }
  | { readonly type: 'item.fitted'; readonly role: FilledRole; readonly itemId: number; readonly fit: Fit }
  | { readonly type: 'item.locked'; readonly role: FilledRole; readonly itemId: number }
  | { readonly type: 'item.loaded'; readonly role: FilledRole; readonly itemId: number; readonly sourceWidth: number }
  | { readonly type: 'canvas'; readonly width: number; readonly height: number }
  | { readonly type: 'studio'; readonly on: boolean };

/** Whether two names are one to a reader: OBS compares bytes, people and file systems do not. */
export function sameName(a: string, b: string): boolean {
  return a.normalize('NFC') === b.normalize('NFC');
}

/** What an item that was just added looks like; also how one that nobody has touched is known. */
export const PRISTINE: Fit = { bounds: 'OBS_BOUNDS_NONE', width: 0, height: 0, x: 0, y: 0 };

const newItem = (id: number, sourceName: string): ItemReport => ({
  id,
  sourceName,
  locked: false,
  sourceWidth: 0,
  fit: PRISTINE,
});

/** The report after one change. Total and idempotent: our own requests come back as events too. */
export function fold(r: Reported, c: Change): Reported {
  switch (c.type) {
    case 'scene.made': {
      const scenes = r.scenes.includes(c.name) ? r.scenes : [...r.scenes, c.name];
      if (c.role === null || r.own[c.role]?.name === c.name) return { ...r, scenes };
      return { ...r, scenes, own: { ...r.own, [c.role]: { name: c.name, items: [], override: null } } };
    }
    case 'scene.removed': {
      const role = roleOf(r, c.name);
      const own = { ...r.own };
      if (role !== null) delete own[role];
      return { ...r, scenes: r.scenes.filter((s) => s !== c.name), own };
    }
    case 'scene.renamed': {
      const role = roleOf(r, c.from);
      const scene = role === null ? undefined : r.own[role];
      return {
        ...r,
        scenes: r.scenes.map((s) => (s === c.from ? c.to : s)),
        programme: r.programme === c.from ? c.to : r.programme,
        own: role === null || scene === undefined ? r.own : { ...r.own, [role]: { ...scene, name: c.to } },
      };
    }
    case 'programme':
      return { ...r, programme: c.name };
    case 'override.set':
      return withScene(r, c.role, (s) => ({ ...s, override: c.transition }));
    case 'input.made': {
      const made = r.inputs.some((i) => i.name === c.input.name) ? r : { ...r, inputs: [...r.inputs, c.input] };
      return withItem(made, c.role, newItem(c.itemId, c.input.name));
    }
    case 'input.removed':
      return mapScenes({ ...r, inputs: r.inputs.filter((i) => i.name !== c.name) }, (s) => ({
        ...s,
        items: s.items.filter((i) => i.sourceName !== c.name),
      }));
    case 'input.renamed':
      return mapScenes({ ...r, inputs: r.inputs.map((i) => (i.name === c.from ? { ...i, name: c.to } : i)) }, (s) => ({
        ...s,
        items: s.items.map((i) => (i.sourceName === c.from ? { ...i, sourceName: c.to } : i)),
      }));
    case 'input.set':
      return {
        ...r,
        inputs: r.inputs.map((i) => (i.name === c.name ? { ...i, settings: { ...i.settings, ...c.settings } } : i)),
      };
    case 'item.made':
      return withItem(r, c.role, newItem(c.itemId, c.sourceName));
    case 'item.removed':
      return mapScenes(r, (s) =>
        s.name === c.sceneName ? { ...s, items: s.items.filter((i) => i.id !== c.itemId) } : s,
      );
    case 'item.fitted':
      return mapItem(r, c.role, c.itemId, (i) => ({ ...i, fit: c.fit }));
    case 'item.locked':
      return mapItem(r, c.role, c.itemId, (i) => ({ ...i, locked: true }));
    case 'item.loaded':
      return mapItem(r, c.role, c.itemId, (i) => ({ ...i, sourceWidth: c.sourceWidth }));
    case 'canvas':
      return { ...r, canvas: { width: c.width, height: c.height } };
    case 'studio':
      return { ...r, studioMode: c.on };
  }
}

/** The role of a scene that is ours; null for anything else. */
export function roleOf(r: Reported, sceneName: string): SceneRole | null {
  return SCENE_ROLES.find((role) => r.own[role]?.name === sceneName) ?? null;
}

/** Our source in a role's scene: the marked one, or the one that carries our name. */
export function ownInput(r: Reported, role: FilledRole, kind: string, name: string): InputReport | null {
  const here = new Set(r.own[role]?.items.map((i) => i.sourceName));
  const ours = r.inputs.filter(
    (i) =>
      i.kind === kind && (i.settings?.[MARK] === role || (i.settings?.[MARK] === undefined && sameName(i.name, name))),
  );
  return ours.find((i) => here.has(i.name)) ?? ours[0] ?? null;
}

function withScene(r: Reported, role: SceneRole, f: (s: OwnScene) => OwnScene): Reported {
  const scene = r.own[role];
  return scene === undefined ? r : { ...r, own: { ...r.own, [role]: f(scene) } };
}

function mapScenes(r: Reported, f: (s: OwnScene) => OwnScene): Reported {
  return SCENE_ROLES.reduce((all, role) => withScene(all, role, f), r);
}

function withItem(r: Reported, role: FilledRole, item: ItemReport): Reported {
  return withScene(r, role, (s) => (s.items.some((i) => i.id === item.id) ? s : { ...s, items: [...s.items, item] }));
}

function mapItem(r: Reported, role: FilledRole, id: number, f: (i: ItemReport) => ItemReport): Reported {
  return withScene(r, role, (s) => ({ ...s, items: s.items.map((i) => (i.id === id ? f(i) : i)) }));
}
