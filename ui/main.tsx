import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { startFromAddress } from "./store/places.ts";
import "./theme/tokens.css";
import "./theme/base.css";
import "./theme/controls.css";

void startFromAddress();
createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
