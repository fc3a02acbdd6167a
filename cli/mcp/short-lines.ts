import { Readable } from "node:stream";

/** As much as one message holds, over stdin as over HTTP. */
const MOST_BYTES = 4 * 1024 * 1024;
const LINE_END = 0x0a;

/**
 * What comes in, without the rest of a line that is longer than any message: the reader behind closes for good at one,
 * and with it every call that is still under way. Of each such line `refuse` is told.
 */
export const shortLines = (input: AsyncIterable<Buffer>, refuse: () => void, most = MOST_BYTES): Readable =>
  Readable.from(kept(input, refuse, most), { objectMode: false });

async function* kept(input: AsyncIterable<Buffer>, refuse: () => void, most: number): AsyncGenerator<Buffer> {
  let length = 0; // of the line so far [bytes]
  for await (const chunk of input)
    for (let from = 0; from < chunk.length;) {
      const end = chunk.indexOf(LINE_END, from);
      const to = end < 0 ? chunk.length : end + 1;
      const wasShort = length <= most;
      length += to - from;
      if (length <= most) yield chunk.subarray(from, to);
      else if (wasShort) {
        yield Buffer.from("\n"); // what went through of it is no message
        refuse();
      }
      if (end >= 0) length = 0;
      from = to;
    }
}

/** The answer to a message of which nobody knows the number (JSON-RPC 2.0, 5.1). */
export const tooLongAnswer = (): string =>
  `${JSON.stringify({
    jsonrpc: "2.0",
    id: null,
    error: { code: -32_600, message: `a message has at most ${MOST_BYTES} bytes` },
  })}\n`;
