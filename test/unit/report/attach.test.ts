import { describe, expect, it } from "vitest";
import { attached } from "../../../report/writers/pdf/attach.ts";

const file = { name: "manifest.json", bytes: new TextEncoder().encode("{}") };

/** What a browser prints, as far as attaching looks at it: tags counted from `first`. */
function printed(first: number): Uint8Array {
  const id = (k: number) => `(node${String(first + k).padStart(8, "0")})`;
  const text = `%PDF-1.4
1 0 obj
<</Type /Catalog>>
endobj
2 0 obj
<</ID ${id(0)} /Headers [${id(3)} ${id(0)}]>>
endobj
trailer
<</Size 3
/Root 1 0 R>>
startxref
9
%%EOF
`;
  return Uint8Array.from(text, (c) => c.charCodeAt(0));
}

describe("a printed PDF", () => {
  it("is the same bytes wherever the browser's count of tags began, and its tags still name each other", () => {
    const [one, other] = [attached(printed(617), file), attached(printed(99_618), file)];
    expect(one).toEqual(other);
    expect(new TextDecoder("latin1").decode(one)).toContain(
      "<</ID (node00000001) /Headers [(node00000002) (node00000001)]>>",
    );
  });
});
