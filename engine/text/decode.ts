/**
 * A text file's bytes as text: UTF-8, UTF-16 by its mark, or GBK, in which Windows and Excel write Chinese. Bytes that
 * are none of them come with marks of replacement, which readers refuse.
 */
export function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    return new TextDecoder(a === 0xff ? "utf-16le" : "utf-16be").decode(bytes);
  return strictly("utf-8", bytes) ?? strictly("gbk", bytes) ?? new TextDecoder().decode(bytes);
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null; // not in this encoding, or one that this host does not know
  }
}
