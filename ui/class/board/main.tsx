import "../older.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../../theme/tokens.css";
import "../../theme/base.css";
import "../class.css";
import { BoardPage } from "./page.tsx";

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <BoardPage />
  </StrictMode>,
);
