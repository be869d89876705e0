import OBSWebSocket from 'obs-websocket-js/json';

/** A second pair of eyes on a real OBS: what it says of itself, and the picture it draws. */
export class ObsProbe {
  readonly #socket: OBSWebSocket;

  private constructor(socket: OBSWebSocket) {
    this.#socket = socket;
  }

  static async connect(port: number, password: string): Promise<ObsProbe> {
    const socket = new OBSWebSocket();
    await socket.connect(`ws://127.0.0.1:${port}`, password, { eventSubscriptions: 0 });
    return new ObsProbe(socket);
  }

  /** The bare client, for measuring what a call costs without the app. */
  get socket(): OBSWebSocket {
    return this.#socket;
  }

  async programme(): Promise<string> {
    return String((await this.#socket.call('GetSceneList')).currentProgramSceneName).normalize('NFC');
  }

  async scenes(): Promise<string[]> {
    return (await this.#socket.call('GetSceneList')).scenes.map((s) => String(s.sceneName).normalize('NFC'));
  }

  async show(sceneName: string): Promise<void> {
    await this.#socket.call('SetCurrentProgramScene', { sceneName });
  }

  /** The scene as a PNG, 640 x 360. */
  async picture(sourceName: string): Promise<Buffer> {
    const { imageData } = await this.#socket.call('GetSourceScreenshot', {
      sourceName,
      imageFormat: 'png',
      imageWidth: 640,
      imageHeight: 360,
    });
    return Buffer.from(imageData.slice(imageData.indexOf(',') + 1), 'base64');
  }

  close(): Promise<void> {
    return this.#socket.disconnect().catch(() => undefined);
  }
}
