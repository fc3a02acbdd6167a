import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { type Language, say } from "../../engine/index.ts";
import type { Runner } from "../../workers/runner.ts";
import { version } from "../home.ts";
import { refusalOf } from "../failure.ts";
import type { Budget } from "./budget.ts";
import { INSTRUCTIONS } from "./mcp-words.ts";
import type { Tool } from "./tool.ts";
import { tools } from "./tools/index.ts";

export interface Shop {
  readonly lang: Language;
  readonly runner: Runner;
  readonly budget: Budget;
}

/** Nothing is changed by a call, and the same call gives the same numbers. */
const HINTS = { readOnlyHint: true, idempotentHint: true, destructiveHint: false, openWorldHint: false };

const MOST_ELEMENTS = 20_000; // of one call's arguments

/** A Model Context Protocol server over the verbs. https://modelcontextprotocol.io */
export function mcpServer(shop: Shop): McpServer {
  const server = new McpServer(
    { name: "pricewar", version: version() },
    { instructions: say(INSTRUCTIONS, shop.lang), maxToolInputElements: MOST_ELEMENTS },
  );
  for (const tool of tools) add(server, tool, shop);
  return server;
}

function add(server: McpServer, tool: Tool, shop: Shop): void {
  const { name, title, description, input, output } = tool;
  const config = {
    title: say(title, shop.lang),
    description: say(description, shop.lang),
    inputSchema: z.strictObject(input),
    outputSchema: z.object(output),
    annotations: HINTS,
  };
  server.registerTool(name, config, async (given: Record<string, unknown>, { signal, sendNotification, _meta }) => {
    const token = _meta?.progressToken;
    const tell = (progress: number) => {
      if (token === undefined || signal.aborted) return;
      const params = { progressToken: token, progress, total: 1 };
      sendNotification({ method: "notifications/progress", params }).catch(() => {}); // who has hung up hears nothing
    };
    const lang = (given.lang as Language | undefined) ?? shop.lang;
    return answer(tool, given, { ...shop, lang, signal, onProgress: nowAndThen(tell) });
  });
}

async function answer(
  tool: Tool,
  given: Record<string, unknown>,
  bench: Parameters<Tool["run"]>[1],
): Promise<CallToolResult> {
  try {
    const { text, structured } = await tool.run(given, bench);
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
