import { Button } from "react-aria-components";
import { useWords } from "../i18n/index.ts";
import { retry, say as tell, useApp } from "../store/app.ts";

/** What went wrong or should be known, until it is dismissed. */
export function NoticeBar() {
  const say = useWords();
  const notice = useApp((s) => s.notice);
  if (!notice) return null;
  return (
    <div className="notice" role={notice.kind === "error" ? "alert" : "status"} data-kind={notice.kind}>
      <p>{say(notice.text)}</p>
      {notice.retry && <Button onPress={retry}>{say("frame.retry")}</Button>}
      <Button onPress={() => tell(null)}>{say("frame.dismiss")}</Button>
    </div>
  );
}
