import { type ReactNode, useEffect } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useWords } from "../i18n/index.ts";
import { IconButton } from "./icon-button.tsx";

interface Props {
  readonly title: string;
  readonly open: boolean;
  onClose(): void;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/** A window over the page, closed by Escape, its cross or a click outside it. */
export function Sheet({ title, open, onClose, children, wide }: Props) {
  const say = useWords();
  useEscapeFromPage(open, onClose);
  return (
    <ModalOverlay className="overlay" isOpen={open} onOpenChange={(on) => !on && onClose()} isDismissable>
      <Modal className={wide ? "sheet wide" : "sheet"}>
        <Dialog>
          <header>
            <Heading slot="title">{title}</Heading>
            <IconButton icon="close" label={say("frame.close")} onPress={onClose} />
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The dialog hears Escape only while the focus is in it; what had the focus may go away, and then the page has it. */
function useEscapeFromPage(open: boolean, onClose: () => void): void {
  useEffect(() => {
    if (!open) return;
    const listen = (e: KeyboardEvent) => e.key === "Escape" && e.target === document.body && onClose();
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [open, onClose]);
}
