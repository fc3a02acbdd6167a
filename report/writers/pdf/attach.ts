/** Bytes as text and back, a character a byte. */
const toText = (bytes: Uint8Array): string => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return text;
};

/** The browser names tags by a count that begins anywhere: this counts them from 1, in the same order. */
function recounted(text: string): string {
  const all = [...new Set(text.match(/\(node\d{8}\)/g))].toSorted();
  const anew = new Map(all.map((id, k) => [id, `(node${String(k + 1).padStart(8, "0")})`]));
  return text.replace(/\(node\d{8}\)/g, (id) => anew.get(id)!);
}

/** A printer says when, where and by which browser it printed: the same length of nothing, so that no offset moves. */
function anonymous(text: string): string {
  return recounted(text)
    .replace(/(\/(?:CreationDate|ModDate) \(D:)\d{14}/g, "$120000101000000")
    .replace(
      /(\/Creator \()((?:[^()\\]|\\.)*)(\))/g,
      (_, open: string, who: string, close: string) =>
        open + "pricewar".padEnd(who.length).slice(0, who.length) + close,
    );
}

/**
 * Attaches a file to a printed PDF by an incremental update (ISO 32000-1, 7.5.6 and 7.11.4): new objects at the end,
 * a new catalog that names the file, a cross-reference section that points back to the old one.
 * @throws when the PDF has no classic trailer: then it was not printed by a browser
 */
export function attached(pdf: Uint8Array, file: { readonly name: string; readonly bytes: Uint8Array }): Uint8Array {
  const text = anonymous(toText(pdf));
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(text.slice(text.lastIndexOf("trailer")))?.[1] ?? "";
  const size = Number(/\/Size (\d+)/.exec(trailer)?.[1]);
  const root = /\/Root (\d+) 0 R/.exec(trailer)?.[1];
  const catalog = root && new RegExp(`(?:^|\\n)${root} 0 obj\\s*<<([\\s\\S]*?)>>\\s*endobj`).exec(text)?.[1];
  if (!catalog || !Number.isFinite(start + size)) throw new Error("the printed PDF has no trailer to add to");
  const body = toText(file.bytes);
  const objects: [number, string][] = [
    [
      size,
      `<</Type /EmbeddedFile /Subtype /application#2Fjson /Length ${file.bytes.length}>>\nstream\n${body}\nendstream`,
    ],
    [
      size + 1,
      `<</Type /Filespec /F (${file.name}) /UF (${file.name}) /AFRelationship /Source /EF <</F ${size} 0 R>>>>`,
    ],
    [
      Number(root),
      `<<${catalog}\n/Names <</EmbeddedFiles <</Names [(${file.name}) ${size + 1} 0 R]>>>>\n/AF [${size + 1} 0 R]>>`,
    ],
  ];
  return latin(text + update(text.length, objects, trailer, { start, size: size + 2 }));
}

function update(
  at: number,
  objects: readonly [number, string][],
  trailer: string,
  { start, size }: { readonly start: number; readonly size: number },
): string {
  let out = "\n";
  const entries = objects.map(([id, content]) => {
    const offset = at + out.length;
    out += `${id} 0 obj\n${content}\nendobj\n`;
    return `${id} 1\n${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const keys = trailer.replace(/\/Size \d+/, `/Size ${size}`).replace(/\/Prev \d+/, "");
  return `${out}xref\n${entries.join("")}trailer\n<<${keys}\n/Prev ${start}>>\nstartxref\n${at + out.length}\n%%EOF\n`;
}

const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
