import { Dialog } from '../../page/dialog.tsx';
import { usePortal } from '../../page/portal-context.tsx';

interface ConfirmationProps {
  title: string;
  text: string;
  action: string;
  isSending: boolean;
  onConfirm(): void;
  onClose(): void;
}

/** Asks once more before something that many rows hang on. */
export function Confirmation({ title, text, action, isSending, onConfirm, onClose }: ConfirmationProps) {
  const { texts } = usePortal();
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <p className="form-buttons">
        <button type="button" className="button is-main" disabled={isSending} onClick={onConfirm}>
          {isSending ? texts.work.sending : action}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {texts.work.cancel}
        </button>
      </p>
    </Dialog>
  );
}
