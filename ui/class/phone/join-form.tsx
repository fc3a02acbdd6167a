import { useState } from "react";
import { type ClassFacts, NAME_LENGTH } from "../../../engine/class/index.ts";
import { useSection } from "../../i18n/index.ts";
import { useObservable } from "../../store/observable.ts";
import { useLanguage } from "../../store/preferences.ts";
import { vendorOf } from "../says.ts";
import { classWords } from "../words.ts";
import { comeBack, earlier, join } from "./phone.ts";

/** A code, a nickname, and a team if one likes. */
export function JoinForm({ facts }: { readonly facts: ClassFacts }) {
  const say = useSection(classWords);
  const lang = useLanguage();
  const [code, setCode] = useState(location.hash.slice(1).toUpperCase());
  const [name, setName] = useState("");
  const [vendor, setVendor] = useState("");
  return (
    <form
      className="card"
      aria-labelledby="join-title"
      onSubmit={(e) => {
        e.preventDefault();
        join({ code: code.trim(), name, ...(vendor !== "" && { vendor }) });
      }}
    >
      <h1 id="join-title">{say("join")}</h1>
      <ComeBack />
      <label>
        <span>{say("code")}</span>
        <input
          className="code"
          value={code}
          onChange={(e) => setCode(e.target.value)}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          maxLength={6}
          required
        />
        <small>{say("codeIs")}</small>
      </label>
      <label>
        <span>{say("name")}</span>
        <input
          value={name}
          onChange={(e) => setName(e.target.value)}
          autoComplete="off"
          maxLength={NAME_LENGTH}
          required
        />
        <small>{say("nameIs")}</small>
      </label>
      <label>
        <span>{say("team")}</span>
        <select value={vendor} onChange={(e) => setVendor(e.target.value)}>
          <option value="">{say("anyTeam")}</option>
          {facts.seats.map((id) => (
            <option key={id} value={id}>
              {vendorOf(facts, id, lang)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="primary">
        {say("enter")}
      </button>
    </form>
  );
}

/** For a phone that has a seat already and was opened anew without the code. */
function ComeBack() {
  const say = useSection(classWords);
  const seated = useObservable(earlier, (x) => x);
  if (seated === null) return null;
  return (
    <button type="button" onClick={() => comeBack(seated)}>
      {say("comeBack", { code: seated })}
    </button>
  );
}
