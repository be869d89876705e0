import { createTheme, MantineProvider, Modal } from '@mantine/core';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/ActionIcon.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/Checkbox.css';
import { lazy, type ReactNode, Suspense } from 'react';
import { OPERATOR } from '../../shared/words/operator';
import { PLANNING } from '../../shared/words/planning';
import type { Sentence } from '../../shared/words/words';
import { useWords } from '../features/desk/words';
import { KeysSheet } from '../features/keys/keys-sheet';
import { LogView } from '../features/log/log-view';
import { ObsDialog } from '../features/obs-dialog/obs-dialog';
import { SampleChoice } from '../features/sample/sample-choice';
import { ScannerDialog } from '../features/scanner-dialog/scanner-dialog';
import { WindowsDialog } from '../features/windows-dialog/windows-dialog';
import { closeDialog, type DialogId, useUi } from '../store/ui-store';
import './dialogs.css';

const theme = createTheme({
  fontFamily: 'var(--font)',
  primaryColor: 'gold',
  primaryShade: 4,
  autoContrast: true,
  defaultRadius: 6,
  colors: {
    gold: [
      '#fdf6e3',
      '#f8eac4',
      '#f3dda2',
      '#eed083',
      '#e8c36a',
      '#d2ac53',
      '#a98a45',
      '#7f6733',
      '#564622',
      '#2e2512',
    ],
    dark: [
      '#e7e4de',
      '#a9a69f',
      '#85827c',
      '#5b6066',
      '#3b4248',
      '#2b3035',
      '#1e2226',
      '#16191c',
      '#121416',
      '#0f1113',
    ],
  },
});

// each is read when it is first asked for: most days pass without them
const PlanScreen = lazy(() => import('../features/plan/plan-screen'));
const LibraryDialog = lazy(() => import('../features/library/library-dialog'));
const EditingDialog = lazy(() => import('../features/editing/editing-dialog'));

interface DialogKind {
  readonly title: Sentence;
  /** Width in pixels; `full` takes the whole window. */
  readonly size: number | 'full';
  readonly body: () => ReactNode;
}

const DIALOGS: Readonly<Record<DialogId, DialogKind>> = {
  plan: { title: PLANNING['plan-title'], size: 'full', body: () => <PlanScreen /> },
  library: { title: PLANNING['library-title'], size: 980, body: () => <LibraryDialog /> },
  editing: { title: PLANNING['edit-title'], size: 'full', body: () => <EditingDialog /> },
  sample: { title: OPERATOR['first-run'], size: 560, body: () => <SampleChoice /> },
  obs: { title: OPERATOR['obs-title'], size: 520, body: () => <ObsDialog /> },
  scanner: { title: OPERATOR['scanner-title'], size: 660, body: () => <ScannerDialog /> },
  windows: { title: OPERATOR['windows-title'], size: 700, body: () => <WindowsDialog /> },
  log: { title: OPERATOR['log-title'], size: 900, body: () => <LogView /> },
  keys: { title: OPERATOR['keys-title'], size: 860, body: () => <KeysSheet /> },
};

/** The dialogs of the desk, and the toolkit they are made of; the desk itself does without. */
export default function Dialogs() {
  const words = useWords();
  const id = useUi((u) => u.dialog);
  return (
    <MantineProvider theme={theme} forceColorScheme="dark">
      {id === null ? null : (
        <Modal
          opened
          onClose={closeDialog}
          title={words.say(DIALOGS[id].title)}
          {...sizeOf(DIALOGS[id].size)}
          centered
          transitionProps={{ duration: 0 }}
          overlayProps={{ backgroundOpacity: 0.6 }}
          closeButtonProps={{ 'aria-label': words.say(OPERATOR.close) }}
        >
          <Suspense fallback={<p className="empty">{words.say(OPERATOR.opening)}</p>}>{DIALOGS[id].body()}</Suspense>
        </Modal>
      )}
    </MantineProvider>
  );
}

const sizeOf = (size: DialogKind['size']): { size: number } | { fullScreen: true; radius: 0 } =>
  size === 'full' ? { fullScreen: true, radius: 0 } : { size };
