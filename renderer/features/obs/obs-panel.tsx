import { memo } from 'react';
import { SCENE_ROLES, type SceneRole } from '../../../shared/domain/scenes/scenes';
import { OPERATOR } from '../../../shared/words/operator';
import { useMirror } from '../../store/hall-store';
import { openDialog } from '../../store/ui-store';
import { Button, Kbd } from '../../ui/button';
import { Panel } from '../../ui/panel';
import { cutToBanner, show } from '../desk/actions';
import { useSame } from '../desk/live';
import { type Speaker, useWords } from '../desk/words';
import './obs.css';

/** What is on air, and what else could be. */
export function ObsPanel() {
  const words = useWords();
  const obs = useSame((m) => m.live?.obs ?? null);
  const wanted = useMirror((m) => m.state?.scenes.wanted ?? null);
  const programme = useMirror((m) => m.state?.scenes.programme ?? null);
  const linked = obs?.link === 'linked';
  const onAir = linked ? programme : null;
  const sentence = obs === null ? '' : words.code('obs', obs.code, obs.params);
  const slides = useMirror((m) => m.live?.windows.find((w) => w.role === 'slides')?.state ?? 'closed');
  const standIn = slides === 'windowed' || slides === 'fullscreen';
  return (
    <Panel
      title={words.say(OPERATOR.obs)}
      className="obs"
      end={
        <Button small testid="obs-open" shortcut="O" onClick={() => openDialog('obs')}>
          {words.say(OPERATOR['obs-settings'])}
        </Button>
      }
    >
      <div className="obs-top">
        <Thumbnail linked={linked} words={words} />
        <div className="obs-say">
          <p className="obs-sentence" data-testid="obs-sentence" title={sentence}>
            {sentence}
          </p>
          {onAir === null ? (
            linked ? null : (
              <p className="obs-dim">{words.say(OPERATOR[standIn ? 'slides-stand-in' : 'no-obs-output'])}</p>
            )
          ) : (
            <p className="obs-programme">
              <span className="now-label">{words.say(OPERATOR.programme)}</span>
              <b>
                {onAir.role === null
                  ? words.say(OPERATOR['role-custom'], { name: onAir.sceneName })
                  : words.say(OPERATOR[`role-${onAir.role}`])}
              </b>
            </p>
          )}
        </div>
      </div>
      <div className="obs-scenes">
        {SCENE_ROLES.map((role, i) => (
          <SceneButton
            key={role}
            role={role}
            nth={i + 1}
            onAir={onAir?.role === role}
            asked={obs?.asked === role}
            wanted={wanted === role}
            words={words}
          />
        ))}
      </div>
      <Button
        look="lacquer"
        className="obs-panic"
        testid="panic-banner"
        title={words.say(OPERATOR['panic-hint'])}
        shortcut="B / F9"
        onClick={() => void cutToBanner()}
      >
        {words.say(OPERATOR['panic-banner'])}
      </Button>
    </Panel>
  );
}

interface SceneProps {
  readonly role: SceneRole;
  readonly nth: number;
  readonly onAir: boolean;
  readonly asked: boolean;
  readonly wanted: boolean;
  readonly words: Speaker;
}

const SceneButton = memo(function SceneButton({ role, nth, onAir, asked, wanted, words }: SceneProps) {
  const state = onAir ? 'scene-on-air' : asked ? 'scene-asked' : wanted ? 'scene-wanted' : null;
  return (
    <button
      type="button"
      className="scene"
      data-testid={`scene-${role}`}
      data-on-air={onAir}
      data-asked={asked}
      data-wanted={wanted}
      aria-pressed={onAir}
      onClick={() => void show(role)}
    >
      <span className="scene-name">
        {words.say(OPERATOR[`role-${role}`])} <Kbd>{nth}</Kbd>
      </span>
      <span className="scene-state">{state === null ? '' : words.say(OPERATOR[state])}</span>
    </button>
  );
});

/** Alone, because it changes several times a second and nothing else does. */
function Thumbnail({ linked, words }: { readonly linked: boolean; readonly words: Speaker }) {
  // the last picture of an OBS that is gone would pass for what is on air
  const jpeg = useMirror((m) => (linked ? m.thumbnail : null));
  return (
    <div className="obs-thumb" data-testid="obs-thumbnail">
      {jpeg === null ? (
        <span>{words.say(OPERATOR['no-picture'])}</span>
      ) : (
        <img src={`data:image/jpeg;base64,${jpeg}`} alt={words.say(OPERATOR.programme)} draggable={false} />
      )}
    </div>
  );
}
