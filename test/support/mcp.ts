import process from "node:process";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { main } from "./cli.ts";

interface McpFigure {
  readonly path: string;
  readonly value: number | null;
  readonly unit: string;
  readonly date: string;
  readonly band: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly base?: number | null;
  readonly other?: number | null;
  readonly seeds: string;
  readonly fingerprint: string;
  readonly facts: readonly string[];
}

export interface McpAnswer {
  readonly text: string;
  readonly isError: boolean;
  readonly figures: readonly McpFigure[];
  readonly structured: Readonly<Record<string, unknown>>;
}

/** An assistant's side: asks a tool of the server. */
export async function ask(client: Client, name: string, args: Record<string, unknown>): Promise<McpAnswer> {
  const found = await client.callTool({ name, arguments: args });
  const [{ text }] = found.content as [{ text: string }];
  const structured = (found.structuredContent ?? {}) as Record<string, unknown>;
  const figures = (structured.figures ?? []) as McpFigure[];
  return { text, isError: found.isError === true, figures, structured };
}

/** The SDK's own client on the built server, over stdin and stdout. */
export async function mcpClient(cwd: string, flags: readonly string[] = []): Promise<Client> {
  const client = new Client({ name: "scripted", version: "1" });
  const args = [main, "mcp", ...flags];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd, stderr: "ignore" }));
  return client;
}
