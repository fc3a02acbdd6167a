import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

/** A web socket by hand, for frames that no library would send. */
interface RawSocket {
  readonly socket: Socket;
  /** The code with which the other side closed the line; null where it only broke it off. */
  readonly closed: Promise<number | null>;
}

export function rawSocket(port: number): Promise<RawSocket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {}); // a line that is cut while it is written to
  const key = randomBytes(16).toString("base64");
  socket.write(
    "GET /ws HTTP/1.1\r\nHost: class\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
  );
  let code: number | null = null;
  const closed = new Promise<number | null>((done) => socket.once("close", () => done(code)));
  return new Promise((open) => {
    socket.once("data", () => open({ socket, closed }));
    socket.on("data", (data) => (code = closeCode(data) ?? code));
  });
}

/** Of what the server sends last: frames are not masked, and a close comes at the end. */
function closeCode(data: Buffer): number | null {
  const at = data.lastIndexOf(Buffer.from([0x88, 0x02]));
  return at >= 0 && at === data.length - 4 ? data.readUInt16BE(at + 2) : null;
}

/** A frame as clients send them, masked with zeros; `claims`: the length it says it has, when not its own. */
export function frame(
  text: string,
  { opcode = 1, claims }: { readonly opcode?: number; claims?: number } = {},
): Buffer {
  const body = Buffer.from(text);
  const head = Buffer.alloc(14);
  head[0] = 0x80 | opcode;
  head[1] = 0x80 | 127;
  head.writeBigUInt64BE(BigInt(claims ?? body.length), 2);
  return Buffer.concat([head, body]);
}
