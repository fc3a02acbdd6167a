import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { CallToolRequestSchema, type CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { type Language, say } from "../../engine/index.ts";
import type { Runner } from "../../workers/runner.ts";
import { version } from "../home.ts";
import { unknownName } from "../../engine/text/errors.ts";
import { LANGUAGES } from "../../engine/text/text.ts";
import { UsageError } from "../verb.ts";
import { percent } from "../../words/format.ts";
import { timeLeft } from "../io.ts";
import { refusalOf } from "../failure.ts";
import type { Budget } from "./budget.ts";
import { checkedArguments } from "./arguments.ts";
import { INSTRUCTIONS, TOOL } from "./mcp-words.ts";
import type { Tool } from "./tool.ts";
import { tools } from "./tools/index.ts";

export interface Shop {
  readonly lang: Language;
  readonly runner: Runner;
  readonly budget: Budget;
}

/** Nothing is changed by a call, and the same call gives the same numbers. */
const HINTS = { readOnlyHint: true, idempotentHint: true, destructiveHint: false, openWorldHint: false };

/** A Model Context Protocol server over the verbs. https://modelcontextprotocol.io */
export function mcpServer(shop: Shop): McpServer {
  const server = new McpServer(
    { name: "pricewar", version: version() },
    { instructions: say(INSTRUCTIONS, shop.lang) },
  );
  for (const tool of tools) list(server, tool, shop);
  // In place of the SDK's own: it says what is wrong with arguments in English alone, and as its library's JSON.
  server.server.setRequestHandler(CallToolRequestSchema, ({ params }, { signal, sendNotification }) => {
    const given = params.arguments ?? {};
    const token = params._meta?.progressToken;
    const lang = LANGUAGES.find((id) => id === given.lang) ?? shop.lang;
    const start = performance.now();
    const tell = (progress: number) => {
      if (token === undefined || signal.aborted) return;
      const left = timeLeft((performance.now() - start) / 1000, progress, lang);
      const told = { progressToken: token, progress, total: 1, message: percent(progress) + left };
      sendNotification({ method: "notifications/progress", params: told }).catch(() => {}); // who has hung up
    };
    return answer(params.name, given, { ...shop, lang, signal, onProgress: nowAndThen(tell) });
  });
  return server;
}

/** Tells who asks what a tool takes and gives. */
function list(server: McpServer, { name, title, description, input, output }: Tool, { lang }: Shop): void {
  const config = {
    title: say(title, lang),
    description: say(description, lang),
    inputSchema: z.strictObject(input),
    outputSchema: z.object(output),
    annotations: HINTS,
  };
  server.registerTool(name, config, () => ({ content: [] }));
}

async function answer(
  name: string,
  given: Readonly<Record<string, unknown>>,
  bench: Parameters<Tool["run"]>[1],
): Promise<CallToolResult> {
  try {
    const tool = tools.find((known) => known.name === name);
    const names = tools.map((known) => known.name);
    if (!tool) throw new UsageError(unknownName(TOOL, name, names));
    const { text, structured } = await tool.run(checkedArguments(tool.input, given), bench);
    return { content: [{ type: "text", text }], structuredContent: structured };
  } catch (error) {
    const why = refusalOf(error, bench.lang) ?? (error instanceof Error ? error.message : String(error));
    return { isError: true, content: [{ type: "text", text: why }] };
  }
}

const EVERY_MS = 250;

/** Rising progress, told a few times a second. */
function nowAndThen(tell: (done: number) => void): (done: number) => void {
  let [last, most] = [-Infinity, 0];
  return (done) => {
    const now = performance.now();
    if (done <= most || now - last < EVERY_MS) return;
    [last, most] = [now, done];
    tell(done);
  };
}
