import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageHome } from "../../../cli/home.ts";

test("a file that was taken out of the package says so, and does not look for its home for ever", () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "pricewar-home-")));
  expect(() => packageHome(folder)).toThrow(`no package.json above ${folder}`);
  expect(packageHome()).toBe(realpathSync(join(import.meta.dirname, "../../..")));
  rmSync(folder, { recursive: true });
});
