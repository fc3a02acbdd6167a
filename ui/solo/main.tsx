import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./older.ts";
import "../theme/tokens.css";
import "../theme/base.css";
import "../theme/controls.css";
import "../pages/page.css";
import "../pages/learn/learn.css";
import "../class/class.css";
import { Solo } from "./page.tsx";

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <Solo />
  </StrictMode>,
);
