import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../../theme/tokens.css";
import "../../theme/base.css";
import "../../theme/controls.css";
import "../../pages/page.css";
import { SqlPage } from "./page.tsx";

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <SqlPage />
  </StrictMode>,
);
