import type { Focus, Language, Scenario, Text } from "../../engine/index.ts";
import type { FigureInput } from "../figures/index.ts";
import type { Arm } from "./arm.ts";
import type { Evidence } from "./evidence.ts";
import type { Manifest } from "./manifest.ts";
import type { Block } from "./model.ts";

/** What a section is made from. */
export interface SectionInput {
  readonly evidence: Evidence;
  readonly subject: Arm; // A
  readonly baseline: Arm | null; // B
  readonly names: Scenario; // what vendors and products of any arm are called
  readonly focus: Focus | null; // what is asked about
  readonly figures: FigureInput;
  readonly manifest: Manifest;
  readonly lang: Language;
}

/** A kind of section: a file in sections/ and a line on the registry. */
export interface SectionKind {
  readonly id: string;
  readonly label: Text;
  /** Empty heading: the section goes on where the one before ended. */
  readonly heading: Text;
  /** No blocks: nothing of the kind to say about this scenario. */
  build(input: SectionInput): readonly Block[];
}
