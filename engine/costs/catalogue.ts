import type { Architecture } from "./architecture.ts";
import { ARCHITECTURES, GPUS } from "./catalogue.generated.ts";
import type { Gpu } from "./gpu.ts";

/** All that the facts describe in full. */
export const architectures: readonly Architecture[] = ARCHITECTURES;
export const gpus: readonly Gpu[] = GPUS;

/** Every name an architecture may be called by. */
export const architectureIds: readonly string[] = ARCHITECTURES.flatMap((a) => [a.id, ...a.aliases]);

/** Every name an accelerator may be called by, short ones first. */
export const gpuIds: readonly string[] = GPUS.flatMap((g) => [...g.aliases, g.id]);

/** The architecture of a name, or undefined. */
export const findArchitecture = (id: string): Architecture | undefined =>
  ARCHITECTURES.find((a) => a.id === id || a.aliases.includes(id));

/** The accelerator of a name or short name, or undefined. */
export const findGpu = (id: string): Gpu | undefined => GPUS.find((g) => g.id === id || g.aliases.includes(id));
