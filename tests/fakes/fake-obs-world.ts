/** What a fake OBS holds, and what its requests do to it. Names, codes and orders are those of OBS 29. */
type Data = Record<string, unknown>;

interface FakeItem {
  readonly id: number;
  readonly sourceName: string;
  locked: boolean;
  transform: Data;
}

interface FakeInput {
  name: string;
  readonly kind: string;
  settings: Data;
}

interface FakeScene {
  name: string;
  items: FakeItem[];
  override: string | null;
}

interface Collection {
  scenes: FakeScene[];
  inputs: FakeInput[];
  programme: string;
}

export interface WorldOptions {
  version: string;
  kinds: readonly string[];
  canvas: { width: number; height: number };
  fps: number;
}

/** A request status that is not 100. */
export class Refused extends Error {
  readonly code: number;
  constructor(code: number, comment: string) {
    super(comment);
    this.code = code;
  }
}

export const PLAIN_KINDS = ['image_source', 'color_source_v3', 'ffmpeg_source'] as const;

export class FakeObsWorld {
  readonly options: WorldOptions;
  readonly collections = new Map<string, Collection>();
  current = 'Test';
  studioMode = false;
  /** The frames drawn since the process was started. */
  startedAt = performance.now();
  /** Files that cannot be loaded. */
  readonly unreadable = new Set<string>();
  /** How long a picture takes to load, in milliseconds. */
  loadMs = 20;
  private nextId = 1;
  private readonly emit: (type: string, data: Data) => void;

  constructor(options: WorldOptions, emit: (type: string, data: Data) => void) {
    this.options = options;
    this.emit = emit;
    this.collections.set('Test', emptyCollection());
  }

  get here(): Collection {
    const c = this.collections.get(this.current);
    if (c === undefined) throw new Error(`no collection ${this.current}`);
    return c;
  }

  get frames(): number {
    return Math.floor(((performance.now() - this.startedAt) / 1000) * this.options.fps);
  }

  /** Puts a scene on air as OBS does: no event when it is there already. */
  cut(name: string): void {
    if (this.here.programme === name) return;
    this.here.programme = name;
    this.emit('CurrentProgramSceneChanged', { sceneName: name });
  }

  removeScene(name: string): void {
    const scene = this.scene(name);
    this.here.scenes = this.here.scenes.filter((s) => s !== scene);
    this.emit('SceneRemoved', { sceneName: name, isGroup: false });
    for (const item of scene.items) this.dropIfUnused(item.sourceName);
    const next = this.here.scenes[0];
    if (this.here.programme === name && next !== undefined) this.cut(next.name);
  }

  /** What OBS does before it says that it closes. */
  clear(): void {
    for (const s of [...this.here.scenes]) this.emit('SceneRemoved', { sceneName: s.name, isGroup: false });
    for (const i of [...this.here.inputs]) this.emit('InputRemoved', { inputName: i.name });
  }

  switchCollection(name: string): void {
    this.emit('CurrentSceneCollectionChanging', { sceneCollectionName: this.current });
    for (const s of this.here.scenes) this.emit('SceneRemoved', { sceneName: s.name, isGroup: false });
    for (const i of this.here.inputs) this.emit('InputRemoved', { inputName: i.name });
    this.current = name;
    if (!this.collections.has(name)) this.collections.set(name, emptyCollection());
    for (const s of this.here.scenes) this.emit('SceneCreated', { sceneName: s.name, isGroup: false });
    this.emit('CurrentProgramSceneChanged', { sceneName: this.here.programme });
    setTimeout(() => this.emit('CurrentSceneCollectionChanged', { sceneCollectionName: name }), 80);
  }

  /** @returns the response data. @throws Refused */
  request(type: string, d: Data): Data | undefined {
    switch (type) {
      case 'GetVersion':
        return { obsVersion: this.options.version, obsWebSocketVersion: '5.1.0', rpcVersion: 1, availableRequests: [] };
      case 'GetStats':
        return { renderTotalFrames: this.frames, activeFps: this.options.fps };
      case 'GetVideoSettings': {
        const { width, height } = this.options.canvas;
        return { baseWidth: width, baseHeight: height, fpsNumerator: this.options.fps, fpsDenominator: 1 };
      }
      case 'GetInputKindList':
        return { inputKinds: this.options.kinds };
      case 'GetSceneList':
        return {
          currentProgramSceneName: this.here.programme,
          scenes: [...this.here.scenes].reverse().map((s, i) => ({ sceneName: s.name, sceneIndex: i })),
        };
      case 'GetInputList':
        return { inputs: this.here.inputs.map((i) => ({ inputName: i.name, inputKind: i.kind })) };
      case 'GetSceneTransitionList':
        return { transitions: [{ transitionName: 'Cắt', transitionKind: 'cut_transition' }] };
      case 'GetStudioModeEnabled':
        return { studioModeEnabled: this.studioMode };
      case 'GetSceneCollectionList':
        return { currentSceneCollectionName: this.current, sceneCollections: [...this.collections.keys()] };
      case 'GetSceneItemList':
        return { sceneItems: this.scene(d.sceneName).items.map((i) => this.describe(i)) };
      case 'GetSceneSceneTransitionOverride':
        return { transitionName: this.scene(d.sceneName).override, transitionDuration: null };
      case 'GetInputSettings':
        return { inputSettings: this.input(d.inputName).settings, inputKind: this.input(d.inputName).kind };
      case 'GetSceneItemTransform':
        return { sceneItemTransform: this.describe(this.item(d)).sceneItemTransform };
      case 'GetSourceActive':
        return { videoActive: this.scene(d.sourceName).name === this.here.programme, videoShowing: true };
      case 'GetSourceScreenshot':
        this.scene(d.sourceName);
        return { imageData: `data:image/jpg;base64,${Buffer.from(`picture of ${d.sourceName}`).toString('base64')}` };
      case 'SetCurrentProgramScene':
        this.scene(d.sceneName);
        setTimeout(() => this.cut(String(d.sceneName)), 5);
        return undefined;
      case 'SetSceneSceneTransitionOverride':
        this.scene(d.sceneName).override = String(d.transitionName);
        return undefined;
      case 'CreateScene': {
        const name = this.free(d.sceneName);
        this.here.scenes.push({ name, items: [], override: null });
        this.emit('SceneCreated', { sceneName: name, isGroup: false });
        return undefined;
      }
      case 'RemoveScene':
        this.removeScene(this.scene(d.sceneName).name);
        return undefined;
      case 'SetSceneName': {
        const scene = this.scene(d.sceneName);
        const from = scene.name;
        scene.name = this.free(d.newSceneName);
        if (this.here.programme === from) this.here.programme = scene.name;
        this.emit('SceneNameChanged', { oldSceneName: from, sceneName: scene.name });
        return undefined;
      }
      case 'CreateInput': {
        const scene = this.scene(d.sceneName);
        if (!this.options.kinds.includes(String(d.inputKind))) throw new Refused(605, 'no such kind');
        const name = this.free(d.inputName);
        this.here.inputs.push({ name, kind: String(d.inputKind), settings: this.loading(d.inputSettings as Data) });
        return { sceneItemId: this.add(scene, name) };
      }
      case 'CreateSceneItem':
        return { sceneItemId: this.add(this.scene(d.sceneName), this.input(d.sourceName).name) };
      case 'RemoveInput': {
        const name = this.input(d.inputName).name;
        for (const s of this.here.scenes) s.items = s.items.filter((i) => i.sourceName !== name);
        this.dropIfUnused(name);
        return undefined;
      }
      case 'SetInputName': {
        const input = this.input(d.inputName);
        const from = input.name;
        input.name = this.free(d.newInputName);
        for (const s of this.here.scenes) {
          s.items = s.items.map((i) => (i.sourceName === from ? { ...i, sourceName: input.name } : i));
        }
        this.emit('InputNameChanged', { oldInputName: from, inputName: input.name });
        return undefined;
      }
      case 'SetInputSettings': {
        const input = this.input(d.inputName);
        input.settings = this.loading({ ...input.settings, ...(d.inputSettings as Data) });
        return undefined;
      }
      case 'SetSceneItemTransform': {
        const item = this.item(d);
        item.transform = { ...item.transform, ...(d.sceneItemTransform as Data) };
        return undefined;
      }
      case 'SetSceneItemLocked':
        this.item(d).locked = d.sceneItemLocked === true;
        return undefined;
      case 'CreateSceneCollection':
      case 'SetCurrentSceneCollection':
        this.switchCollection(String(d.sceneCollectionName));
        return undefined;
      default:
        throw new Refused(204, `unknown request ${type}`);
    }
  }

  private loading(settings: Data): Data {
    return { ...settings, __loadedAt: performance.now() + this.loadMs };
  }

  private describe(item: FakeItem): Data {
    const { kind, settings } = this.input(item.sourceName);
    const isLoaded =
      kind !== 'image_source' ||
      (performance.now() >= Number(settings.__loadedAt) && !this.unreadable.has(String(settings.file)));
    return {
      sceneItemId: item.id,
      sourceName: item.sourceName,
      inputKind: kind,
      sceneItemLocked: item.locked,
      sceneItemTransform: { ...item.transform, sourceWidth: isLoaded ? this.options.canvas.width : 0 },
    };
  }

  private add(scene: FakeScene, sourceName: string): number {
    const id = this.nextId++;
    const transform = { positionX: 0, positionY: 0, boundsType: 'OBS_BOUNDS_NONE', boundsWidth: 0, boundsHeight: 0 };
    scene.items.push({ id, sourceName, locked: false, transform });
    return id;
  }

  private dropIfUnused(name: string): void {
    if (this.here.scenes.some((s) => s.items.some((i) => i.sourceName === name))) return;
    this.here.inputs = this.here.inputs.filter((i) => i.name !== name);
    this.emit('InputRemoved', { inputName: name });
  }

  /** Scenes and inputs share one name space, byte for byte. */
  private free(name: unknown): string {
    const n = String(name);
    if ([...this.here.scenes, ...this.here.inputs].some((s) => s.name === n)) throw new Refused(601, 'name exists');
    return n;
  }

  private scene(name: unknown): FakeScene {
    const found = this.here.scenes.find((s) => s.name === name);
    if (found === undefined) throw new Refused(600, `no scene ${String(name)}`);
    return found;
  }

  private input(name: unknown): FakeInput {
    const found = this.here.inputs.find((i) => i.name === name);
    if (found === undefined) throw new Refused(600, `no input ${String(name)}`);
    return found;
  }

  private item(d: Data): FakeItem {
    const found = this.scene(d.sceneName).items.find((i) => i.id === d.sceneItemId);
    if (found === undefined) throw new Refused(600, 'no such item');
    return found;
  }
}

function emptyCollection(): Collection {
  return { scenes: [{ name: 'Scene', items: [], override: null }], inputs: [], programme: 'Scene' };
}
