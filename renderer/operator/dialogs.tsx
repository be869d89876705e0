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
import type { ReactNode } from 'react';
import { OPERATOR } from '../../shared/words/operator';
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

const DIALOGS: Readonly<
  Record<DialogId, { readonly title: keyof typeof OPERATOR; readonly size: number; readonly body: () => ReactNode }>
> = {
  sample: { title: 'first-run', size: 560, body: () => <SampleChoice /> },
  obs: { title: 'obs-title', size: 520, body: () => <ObsDialog /> },
  scanner: { title: 'scanner-title', size: 660, body: () => <ScannerDialog /> },
  windows: { title: 'windows-title', size: 700, body: () => <WindowsDialog /> },
  log: { title: 'log-title', size: 900, body: () => <LogView /> },
  keys: { title: 'keys-title', size: 860, body: () => <KeysSheet /> },
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
          title={words.say(OPERATOR[DIALOGS[id].title])}
          size={DIALOGS[id].size}
          centered
          transitionProps={{ duration: 0 }}
          overlayProps={{ backgroundOpacity: 0.6 }}
          closeButtonProps={{ 'aria-label': words.say(OPERATOR.close) }}
        >
          {DIALOGS[id].body()}
        </Modal>
      )}
    </MantineProvider>
  );
}
