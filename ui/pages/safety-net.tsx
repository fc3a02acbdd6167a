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
    const { lang } = preferences.get();
    return (
      <main className="broken" role="alert">
        <h1>{words.frame.broken[lang]}</h1>
        <p>{error.message}</p>
        <a
          className="button"
          href={location.pathname + location.search + "#s=china-2024"}
          onClick={() => setTimeout(() => location.reload())}
        >
          {words.frame.startAfresh[lang]}
        </a>
      </main>
    );
  }
}
