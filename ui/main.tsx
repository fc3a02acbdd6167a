import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./theme/tokens.css";
import "./theme/base.css";
import "./theme/controls.css";
import "./theme/frame.css";
import "./theme/present.css";
import "./theme/print.css";
import { App } from "./app.tsx";
import { SafetyNet } from "./pages/safety-net.tsx";
import { keepOffline } from "./store/offline.ts";
import { startFromAddress } from "./store/places.ts";

void startFromAddress().then(keepOffline);
createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <SafetyNet>
      <App />
    </SafetyNet>
  </StrictMode>,
);
