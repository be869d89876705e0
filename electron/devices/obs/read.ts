import { SCENE_ROLES, type SceneRole } from '../../../shared/domain/scenes/scenes';
import { CALL_LIMIT_MS, type Connection } from './connection';
import {
  FILLED_ROLES,
  type Fit,
  type InputReport,
  type ItemReport,
  MARK,
  type OwnScene,
  PRISTINE,
  type Reported,
  sameName,
} from './state';

type Call = Connection['call'];

/** Kinds whose settings can carry our mark. */
const OUR_KINDS = /^(image_source|browser_source|color_source(_v\d+)?)$/;
const CUT_KIND = 'cut_transition';

/** Who changes scenes for longer than this many readings is not done yet; the events tell the rest. */
const READS = 5;

/**
 * Reads again while scenes come and go under the reading.
 * @param began called before each reading. @param changed whether something has changed since.
 * @throws CallFailed
 */
export async function readSteady(
  call: Call,
  names: Readonly<Record<SceneRole, string>>,
  began: () => void,
  changed: () => boolean,
): Promise<Reported> {
  for (let attempt = 1; ; attempt++) {
    began();
    const r = await readReport(call, names);
    if (!changed() || attempt === READS) return r;
  }
}

/**
 * Everything that the comparison needs, read afresh. Requests are sent together: one after the other they would take
 * as many round trips as OBS has scenes.
 * @param names what our scenes are called; a scene that was renamed is known by the mark of the source in it.
 * @throws CallFailed
 */
async function readReport(call: Call, names: Readonly<Record<SceneRole, string>>): Promise<Reported> {
  const [video, kinds, sceneList, inputList, transitions, studio, collections] = await Promise.all([
    call('GetVideoSettings', undefined, CALL_LIMIT_MS),
    call('GetInputKindList', {}, CALL_LIMIT_MS),
    // not GetCurrentProgramScene: it can end OBS while scenes come and go
    call('GetSceneList', undefined, CALL_LIMIT_MS),
    call('GetInputList', {}, CALL_LIMIT_MS),
    call('GetSceneTransitionList', undefined, CALL_LIMIT_MS),
    call('GetStudioModeEnabled', undefined, CALL_LIMIT_MS),
    call('GetSceneCollectionList', undefined, CALL_LIMIT_MS),
  ]);
  const scenes = sceneList.scenes.map((s) => String(s.sceneName));
  const inputs = await Promise.all(
    inputList.inputs.map((i) => readInput(call, String(i.inputName), String(i.inputKind))),
  );
  const own = await readOwn(call, names, scenes, inputs);
  return {
    collection: collections.currentSceneCollectionName,
    canvas: { width: video.baseWidth, height: video.baseHeight },
    fps: video.fpsNumerator / Math.max(1, video.fpsDenominator),
    kinds: kinds.inputKinds,
    cut: nameOfCut(transitions.transitions),
    scenes,
    programme: sceneList.currentProgramSceneName ?? null,
    inputs,
    own,
    studioMode: studio.studioModeEnabled,
  };
}

async function readInput(call: Call, name: string, kind: string): Promise<InputReport> {
  if (!OUR_KINDS.test(kind)) return { name, kind, settings: null };
  const { inputSettings } = await call('GetInputSettings', { inputName: name }, CALL_LIMIT_MS);
  return { name, kind, settings: inputSettings };
}

async function readOwn(
  call: Call,
  names: Readonly<Record<SceneRole, string>>,
  scenes: readonly string[],
  inputs: readonly InputReport[],
): Promise<Reported['own']> {
  const byName = SCENE_ROLES.map((role) => [role, scenes.find((s) => sameName(s, names[role]))] as const);
  const taken = new Set(byName.map(([, name]) => name));
  const lost = FILLED_ROLES.filter((role) => byName.some(([r, name]) => r === role && name === undefined));
  const strays = lost.some((role) => inputs.some((i) => i.settings?.[MARK] === role))
    ? await Promise.all(scenes.filter((s) => !taken.has(s)).map((s) => readScene(call, s)))
    : [];
  const own: Partial<Record<SceneRole, OwnScene>> = {};
  await Promise.all(
    byName.map(async ([role, name]) => {
      const scene =
        name === undefined
          ? strays.find((s) =>
              s.items.some((i) => inputs.some((n) => n.name === i.sourceName && n.settings?.[MARK] === role)),
            )
          : await readScene(call, name);
      if (scene !== undefined) own[role] = scene;
    }),
  );
  return own;
}

async function readScene(call: Call, name: string): Promise<OwnScene> {
  const [list, override] = await Promise.all([
    call('GetSceneItemList', { sceneName: name }, CALL_LIMIT_MS),
    call('GetSceneSceneTransitionOverride', { sceneName: name }, CALL_LIMIT_MS),
  ]);
  return { name, items: list.sceneItems.map(itemOf), override: override.transitionName ?? null };
}

function itemOf(item: Readonly<Record<string, unknown>>): ItemReport {
  const t = (item.sceneItemTransform ?? {}) as Readonly<Record<string, unknown>>;
  const fit: Fit = {
    bounds: typeof t.boundsType === 'string' ? t.boundsType : PRISTINE.bounds,
    width: number(t.boundsWidth),
    height: number(t.boundsHeight),
    x: number(t.positionX),
    y: number(t.positionY),
  };
  return {
    id: number(item.sceneItemId),
    sourceName: String(item.sourceName),
    locked: item.sceneItemLocked === true,
    sourceWidth: number(t.sourceWidth),
    fit,
  };
}

function nameOfCut(transitions: readonly Readonly<Record<string, unknown>>[]): string | null {
  const cut = transitions.find((t) => t.transitionKind === CUT_KIND);
  return cut === undefined ? null : String(cut.transitionName);
}

const number = (v: unknown): number => (typeof v === 'number' ? v : 0);
