import { existsSync, rmSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { renderUnicodeCompact } from "uqr";
import { say } from "../../engine/index.ts";
import { applied, type ClassEvent, type ClassState, replayed } from "../../engine/class/index.ts";
import { nodePool } from "../../workers/spawn-node.ts";
import { gameNamed, newClass } from "../class/begin.ts";
import { addresses, baseOf, doorFlags } from "../class/address.ts";
import { downloads, saveResults } from "../class/results.ts";
import { BOARD, GOES_ON, JOIN, STOP } from "../class/words.ts";
import { lockFile } from "../folder/lock.ts";
import { REASONS } from "../folder/problem-words.ts";
import { packageHome } from "../home.ts";
import { print, printJson, tell } from "../io.ts";
import { needs, noFile, notAFile, portTaken } from "../problem-words.ts";
import { brokenLog, NO_PAGES, notKept } from "../class/problem-words.ts";
import { classClock } from "../../server/clock.ts";
import { BrokenLog, type ClassLog, type Kept, openLog, readLog } from "../../server/log.ts";
import { Room } from "../../server/room.ts";
import { serveClass } from "../../server/serve.ts";
import { type Options, UsageError, type Verb } from "../verb.ts";
import { portOf } from "./serve.ts";

const DEFAULT_PORT = 4180;

/** A class: its log, its room and its pages. */
export const classVerb: Verb = {
  uses: ["seed", "agents"],
  files: ["log", "results"],
  flags: [
    [
      "--lan",
      { en: "open it to the room's network, not to this machine alone", zh: "向教室所在的局域网开放，而不只是本机" },
    ],
    [
      "--base-url <url>",
      { en: "the address people open, for a host behind a proxy", zh: "学生打开的地址（部署在反向代理之后时）" },
    ],
    [
      "--port <n>",
      {
        en: `port to listen on (default ${DEFAULT_PORT}, or PORT)`,
        zh: `监听端口（默认 ${DEFAULT_PORT} 或环境变量 PORT）`,
      },
    ],
    [
      "--markets <n>",
      {
        en: "how many markets play at once (default 1; the board changes it)",
        zh: "同时进行的市场数（默认 1，可在面板上改）",
      },
    ],
    ["--seats <vendors>", { en: "vendors people play, with commas between", zh: "由学生扮演的厂商，用逗号分隔" }],
    ["--rounds <n>", { en: "rounds of a quarter each", zh: "轮数，每轮一个季度" }],
    ["--minutes <n>", { en: "minutes a round; 0: no clock", zh: "每轮分钟数；0 表示不计时" }],
    ["--goal <goal>", { en: "ranked by profit, share or value", zh: "排名依据：profit、share 或 value" }],
    [
      "--show <what>",
      { en: "what teams see of rivals: own, prices or all", zh: "各组能看到对手的什么：own、prices 或 all" },
    ],
    ["--talk", { en: "teams may talk to each other", zh: "允许各组交谈" }],
    ["--plan", { en: "print the game's plan for teachers and end", zh: "打印该对局的教师用一页纸后退出" }],
    [
      "--log <file>",
      {
        en: "the file that keeps the class (default class-<code>.jsonl)",
        zh: "保存课堂的文件（默认 class-<课堂码>.jsonl）",
      },
    ],
    ["--resume <file>", { en: "go on with a class that was kept", zh: "接着一次已保存的课堂" }],
    [
      "--results <file>",
      {
        en: "replay a kept class and write its results (.csv or .xlsx)",
        zh: "重放一次已保存的课堂并写出结果（.csv 或 .xlsx）",
      },
    ],
  ],
  example: "pricewar class bertrand --lan",
  async run([game = "bertrand"], options) {
    if (options.plan === true) return print(say(gameNamed(game, options).plans, options.lang).trimEnd());
    if (options.results !== undefined) {
      if (options.resume === undefined) throw new UsageError(needs("--results", "--resume"));
      return saveResults(keptIn(String(options.resume)), options);
    }
    const served = await opened(game, options);
    if (options.json) printJson(served);
    else show(served, options);
  },
};

function existing(file: string): string {
  if (!existsSync(file)) throw new UsageError(noFile(file));
  if (!statSync(file).isFile()) throw new UsageError(notAFile(file));
  return file;
}

function keptIn(path: string): Kept {
  const file = existing(path);
  let line = 1;
  try {
    const kept = readLog(file);
    let state: ClassState | null = null;
    for (const event of kept.events) {
      state = state === null ? replayed([event]) : applied(state, event);
      line++;
    }
    if (state === null) throw new RangeError("no opening");
    return kept;
  } catch (error) {
    throw new UsageError(brokenLog(file, error instanceof BrokenLog ? error.line : line), { cause: error });
  }
}

/** A log is one server's: two that went on with one class would each number their own records. */
async function opened(game: string, options: Options): Promise<Opened> {
  const fresh = options.resume === undefined ? newClass(game, options) : null;
  const file = fresh?.file ?? existing(String(options.resume));
  const unlock = lockFile(file);
  try {
    const { events, bytes } = fresh ? { events: fresh.events, bytes: 0 } : keptIn(file);
    return await open({ events, file, bytes, fresh: fresh !== null, options, unlock });
  } catch (error) {
    unlock();
    throw error;
  }
}

interface Opening {
  readonly events: Kept["events"];
  readonly file: string;
  readonly bytes: number;
  readonly fresh: boolean;
  readonly options: Options;
  unlock(): void;
}

interface Opened {
  readonly join: string;
  readonly board: string;
  readonly code: string;
  readonly log: string;
  readonly again: string; // the command that goes on with it, at the same address
}

async function open({ events, file, bytes, fresh, options, unlock }: Opening): Promise<Opened> {
  const folder = join(packageHome(), "dist", "class");
  if (!existsSync(join(folder, "index.html"))) throw new UsageError(NO_PAGES);
  const [at, port, base] = [addresses(options), portOf(options.port) ?? DEFAULT_PORT, baseOf(options)];
  const log = await openLog(file, { events: fresh ? [] : events, bytes });
  if (fresh) await firstIn(log, events[0], file);
  const runner = nodePool(Math.max(1, availableParallelism() - 1)); // one core stays with the people
  const room = new Room({ events, log, runner, now: classClock(events), failed: tellOf(file, options) });
  const { code, boardKey } = room.state;
  const served = await serveClass({
    room,
    folder,
    host: options.lan === true ? "0.0.0.0" : "127.0.0.1",
    port,
    base,
    joinAt: (port) => `${at(port)}#${code}`,
    download: downloads(room),
  }).catch(async (error: { code?: string }) => {
    await room.end();
    await runner.close();
    if (fresh) rmSync(file);
    if (error.code !== "EADDRINUSE") throw error;
    throw new UsageError(portTaken(port), { cause: error });
  });
  await room.begin();
  process.once(
    "SIGINT",
    () =>
      void served
        .close()
        .then(() => room.end())
        .then(() => runner.close())
        .then(unlock),
  );
  const join_ = at(served.port);
  const again = `pricewar class --resume ${/\s/.test(file) ? `"${file}"` : file}${doorFlags(options)}`;
  return { join: `${join_}#${code}`, board: `${join_}board.html#${boardKey}`, code, log: file, again };
}

/** Tells what nobody asked for, once until something else happens: a full disk refuses everybody all the time. */
function tellOf(file: string, { lang }: Options): (error: unknown) => void {
  let last = "";
  return (error) => {
    const reason = REASONS[(error as { code?: string }).code ?? ""];
    const text = reason ? say(notKept(file, reason), lang) : error instanceof Error ? error.message : String(error);
    if (text !== last) tell(text);
    last = text;
  };
}

/** The opening of a class; where it does not fit on the disk, no empty log is left. */
async function firstIn(log: ClassLog, opening: ClassEvent, file: string): Promise<void> {
  try {
    await log.append(opening);
  } catch (error) {
    await log.close();
    rmSync(file);
    throw Object.assign(error as Error, { path: file });
  }
}

function show({ join: at, board, code, log, again }: Opened, { lang }: Options): void {
  print(renderUnicodeCompact(at));
  print(`${say(JOIN, lang)(at.split("#")[0], code)}\n`);
  print(`${say(BOARD, lang)}  ${board}`);
  print(say(GOES_ON, lang)(log, again));
  print(say(STOP, lang));
}
