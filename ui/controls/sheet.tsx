import type { ReactNode } from "react";
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

/** A window over the page, closed by Escape or its cross. */
export function Sheet({ title, open, onClose, children, wide }: Props) {
  const say = useWords();
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
