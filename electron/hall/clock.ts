import { type Duration, duration, type Instant, instant } from '../../shared/time/time';

/** The machine's clocks, handed in so that a test can be the machine. All in milliseconds. */
export interface MachineClocks {
  /** Since the epoch; may be stepped by anyone at any time. */
  wall(): number;
  /** Never stepped; may stand still while the machine sleeps. */
  mono(): number;
  /** Since boot, sleep included; null where the system does not tell. */
  uptime(): number | null;
  /** Tells one boot from the next; null where the system does not tell. */
  bootId(): string | null;
}

/** Where hall time stood at one moment; kept on disk so that a restart goes on from there. */
export interface ClockAnchor {
  readonly hall: number;
  readonly wall: number;
  readonly uptimeMs: number | null;
  readonly bootId: string | null;
}

export type ClockChange =
  | { readonly kind: 'step'; readonly byMs: Duration; readonly wallOffset: Duration }
  | { readonly kind: 'sleep'; readonly ms: Duration };

/** Smaller differences are the time service steering the clock, and no step. */
const STEP_MS = 900;
/** Uptime is told in hundredths of a second; a doze shorter than this is not told apart from that. */
const SLEEP_MS = 500;
/** How far wall and uptime may disagree over a restart before the wall counts as stepped. */
const RESTART_SLACK_MS = 250;

/**
 * Hall time: wall time at the anchor, carried on by the monotonic clock. A stepped wall clock moves the offset
 * between the two and nothing else; a machine that slept moves hall time on by the sleep, because the conference
 * went on. `sample` notices both; call it about once a second and after a resume.
 */
export class HallClock {
  readonly #clocks: MachineClocks;
  #hall: number;
  #mono: number;
  #uptime: number | null;
  #offset: number;
  #dozing = false;

  /**
   * @param anchor the last kept anchor, or null on a first start.
   * @param notBefore the newest recorded moment: hall time never goes back behind it, whatever the clocks say.
   */
  constructor(clocks: MachineClocks, anchor: ClockAnchor | null, notBefore: number) {
    this.#clocks = clocks;
    const wall = clocks.wall();
    this.#mono = clocks.mono();
    this.#uptime = clocks.uptime();
    this.#offset = anchor === null ? 0 : anchor.wall - anchor.hall;
    this.#hall = wall - this.#offset;
    if (anchor !== null && anchor.uptimeMs !== null && this.#uptime !== null && anchor.bootId === clocks.bootId()) {
      const carried = anchor.hall + (this.#uptime - anchor.uptimeMs);
      if (Math.abs(carried - this.#hall) > RESTART_SLACK_MS) this.#hall = carried;
    }
    if (this.#hall < notBefore) this.#hall = notBefore;
  }

  now(): Instant {
    return instant(this.#hall + (this.#clocks.mono() - this.#mono));
  }

  /** Wall time minus hall time, as last noticed. */
  get wallOffset(): Duration {
    return duration(this.#offset);
  }

  anchor(): ClockAnchor {
    return {
      hall: this.now(),
      wall: this.now() + this.#offset,
      uptimeMs: this.#clocks.uptime(),
      bootId: this.#clocks.bootId(),
    };
  }

  /** The system said that it goes to sleep: what the wall gains until the next sample is sleep, not a step. */
  doze(): void {
    this.#dozing = true;
  }

  /** What happened to the clocks since the last sample; normally nothing. */
  sample(): readonly ClockChange[] {
    const changes: ClockChange[] = [];
    const slept = this.#slept();
    this.#dozing = false;
    if (slept > SLEEP_MS) {
      this.#hall += slept;
      changes.push({ kind: 'sleep', ms: duration(slept) });
    }
    const by = this.#clocks.wall() - this.now() - this.#offset;
    if (Math.abs(by) > STEP_MS) {
      this.#offset += by;
      changes.push({ kind: 'step', byMs: duration(by), wallOffset: this.wallOffset });
    }
    return changes;
  }

  #slept(): number {
    const uptime = this.#clocks.uptime();
    if (uptime !== null && this.#uptime !== null) {
      const slept = uptime - this.#uptime - (this.#clocks.mono() - this.#mono);
      if (slept <= SLEEP_MS) return 0;
      this.#uptime += slept;
      return slept;
    }
    return this.#dozing ? this.#clocks.wall() - this.now() - this.#offset : 0;
  }
}
