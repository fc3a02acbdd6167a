import { speaker } from "../i18n/speaker.ts";
import { Component, type ReactNode } from "react";
import { words } from "../i18n/words.ts";
import { preferences } from "../store/preferences.ts";

interface State {
  readonly error: Error | null;
}

/** Never a blank page: what broke is said, and there is a way back to where everything works. */
export class SafetyNet extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    const say = speaker(words, preferences.get().lang);
    return (
      <main className="broken" role="alert">
        <h1>{say("frame.broken")}</h1>
        <p>{error.message}</p>
        <a
          className="button"
          href={location.pathname + location.search + "#s=china-2024"}
          onClick={() => setTimeout(() => location.reload())}
        >
          {say("frame.startAfresh")}
        </a>
      </main>
    );
  }
}
