import { useSection } from "../../i18n/index.ts";
import { useObservable } from "../../store/observable.ts";
import { classWords } from "../words.ts";
import { view } from "./board.ts";

/** How to get in: the address, the code, and a picture of both. */
export function Invite() {
  const say = useSection(classWords);
  const code = useObservable(view, (v) => v!.code);
  const address = location.href.replace(/board\.html.*$/, "").replace(/^https?:\/\//, "");
  return (
    <section className="invite">
      <img src="./qr.svg" alt={say("scan")} />
      <p>
        {say("joinAt", { address })}
        <br />
        <b className="code">{code}</b>
      </p>
    </section>
  );
}
