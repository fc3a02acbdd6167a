import { describe, expect, it } from "vitest";
import { FolderError, unfinished } from "../../../cli/folder/files.ts";

const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });

describe("a full disk under a report", () => {
  it("is named with the file, in both languages, and offers no --resume that reports do not have", () => {
    for (const error of [full, new FolderError({ en: "x: run again with --resume", zh: "x" }, full)]) {
      const said = unfinished(error, "out/x.pdf") as FolderError;
      expect(said.text.en).toBe(
        "out/x.pdf: the disk is full, and nothing was kept; free some space or choose another --out",
      );
      expect(said.text.zh).toBe("out/x.pdf：磁盘已满，没有留下任何文件；请腾出空间，或换一个 --out");
    }
  });

  it("is not read into any other error", () => {
    const other = new FolderError({ en: "x", zh: "x" }, Object.assign(new Error("EROFS"), { code: "EROFS" }));
    expect(unfinished(other, "y")).toBe(other);
  });
});
