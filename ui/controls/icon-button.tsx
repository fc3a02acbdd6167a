import { Button, type ButtonProps } from "react-aria-components";
import { Icon, type IconName } from "./icons.tsx";

type Props = Omit<ButtonProps, "children" | "className"> & {
  readonly icon: IconName;
  readonly label: string;
  readonly text?: boolean;
  readonly wide?: boolean; // not on a phone
};

/** A button that is an icon; its name is its label, shown next to it where `text` says so. */
export const IconButton = ({ icon, label, text, wide, ...rest }: Props) => (
  <Button {...rest} aria-label={text ? undefined : label} className={wide ? "icon-button wide-only" : "icon-button"}>
    <Icon name={icon} />
    {text ? (
      <span>{label}</span>
    ) : (
      <span className="tip" aria-hidden>
        {label}
      </span>
    )}
  </Button>
);
