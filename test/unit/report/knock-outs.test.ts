import { expect, it } from "vitest";
import { knockOutName, knockOutText } from "../../../words/knock-out-words.ts";
import { library } from "../../support/scenarios.ts";

const scenario = library("china-2024");

it("sets what was taken away apart from Han by a space where it is Latin, and not where it is Han", () => {
  const label = { en: "", zh: "" };
  expect(knockOutText({ id: "launch:deepseek.v2", label }, scenario, "zh")).toBe("没有 DeepSeek-V2 的发布");
  expect(knockOutText({ id: "vendor:zhipu", label }, scenario, "zh")).toBe("没有智谱");
  expect(knockOutName("hold:minimax", scenario, "zh")).toBe("MiniMax 自己的调价");
  expect(knockOutName("hold:zhipu", scenario, "zh")).toBe("智谱自己的调价");
});
