import type { Branch, CaseFile, Tree } from "./case.ts";
import { branch } from "./read.ts";

/** Told to people: nothing hangs on it. */
const PROSE = ["note", "notes", "products"];

/**
 * What each solver takes as given. A case may say so, in these words and values; any other parameter that its solver
 * does not read has no effect, and the case is refused rather than answered without it.
 */
const ASSUMED: Readonly<Record<string, Branch>> = {
  "q-learning": {
    grid: "m equally spaced on [pN-xi(pM-pN), pM+xi(pM-pN)] per firm",
    memory_k: 1,
    state: "last period price vector (m^n states)",
    exploration: "epsilon_t=exp(-beta t), simultaneous independent uniform",
    Q_init: "Q0(s,a)=mean over rivals uniform of profit(a,.)/(1-delta)",
    initial_state: "uniform random",
    stop:
      "greedy strategy of every agent unchanged for 100000 consecutive periods (published mean " +
      "periods exclude this window; ours mean_periods include it)",
    profit_gain:
      "Delta=(mean profit - piN)/(piM-piN), averaged over the limit cycle of greedy play; asymmetric: " +
      "on firm-average profits",
    irf:
      "at tau=1 firm 0 plays grid static best response to rival's current greedy price; then both " +
      "follow greedy; averaged over cycle states and sessions",
  },
  "nested-logit": { shares: "s_j=exp(d_j/(1-s))/D_g * D_g^(1-s)/(1+sum D_h^(1-s)); outside own nest" },
  "merger-simulation": {
    utility:
      'meanval_j+alpha*p_j (outside 0). case "logit": no outside good, ' +
      "utilities relative to product 1: meanval_j+alpha*(p_j-p_1)",
  },
  "learning-entry-exit": { F: "symmetric triangular", c_e: "kappa*min(e,m)^(log2 rho)" },
  "learning-forgetting": {
    outside_good: null,
    cost: "kappa*min(e,m)^log2(rho)",
    forget: "Delta(e)=1-(1-delta)^e",
    boundary: "Pr(M|M,q=1)=1, Pr(1|1,q=0)=1",
  },
  "switching-costs": {
    c: 0,
    gumbel_scale: 1,
    outside: false,
    consumer: "myopic",
    formulae: "s=ln r+r-1/r; p_I=1+r-b(r-1/r); p_O=1+1/r-b(r-1/r); pbar=r(1-b)+(1+b)/r",
  },
  "alternating-moves": {
    demand: "1-p, lower price takes all, ties split",
    timing: "firms alternate; price fixed two periods",
  },
  "capacity-pricing": { demand: "1-p", cost: 0 },
  "lq-duopoly": {
    demand: "p=a0-a1(q1+q2)",
    payoff: "p q_i - gamma u_i^2",
    u: "q_i(t+1)-q_i(t) = -F_i [1,q1,q2]",
  },
  "bass-diffusion": {
    form: "F(t)=(1-e^{-(p+q)t})/(1+(q/p)e^{-(p+q)t}); t*=ln(q/p)/(p+q); f(t*)=(p+q)^2/(4q); F(t*)=1/2-p/(2q)",
  },
  "learning-monopoly": { demand: "p=a-q", cost: "c(E)=cmin+c0 e^{-kE}", horizon: "T, continuous time, r=0" },
  "variance-indices": {
    ishigami: "x_i~U(-pi,pi): sin x1 + a sin^2 x2 + b x3^4 sin x1",
    g: "prod (|4x_i-2|+a_i)/(1+a_i), x~U(0,1)",
  },
  "switching-chain": {
    options: "3 vendors + outside (index 3; leaving/entering also pays s)",
    utility: "q-al*p - s*1{switch}+Gumbel",
  },
};

/** Parameters that hang on the keys of `expected`, or on tables that stand beside them. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  "nested-logit": ["sigma"],
  "sobol-sequence": ["direction_numbers"],
  "mixed-logit-types": ["c", "owner", "p"],
  "state-dependence": ["c", "owner", "p"],
  "serving-dimensions": ["attention"], // described whole, whatever is asked of it
};

/** Parameters that say other than what the solver takes as given: known before anything is solved. */
export const contradicted = (params: Tree, solver: string): string[] =>
  Object.entries(branch(params)).flatMap(([key, x]) => {
    const assumed = ASSUMED[solver] ?? {};
    return Object.hasOwn(assumed, key) && !same(assumed[key], x) ? [key] : [];
  });

interface Watched {
  readonly file: CaseFile;
  /** Parameters that nobody asked for. */
  ignored(): string[];
  /** What is expected that nobody asked for: it was neither compared nor computed with. */
  unasked(): string[];
}

/** A case whose parameters, and what it expects, remember whether anybody asked for them. */
export function watched(file: CaseFile, solver: string): Watched {
  const given = branch(file.params);
  const [read, asked] = [new Set<string>(), new Set<string>()];
  const beside = [...PROSE, ...(BESIDE[solver] ?? [])];
  const isAssumed = (key: string): boolean => beside.includes(key) || same(ASSUMED[solver]?.[key], given[key]);
  const ignored = (): string[] =>
    Object.keys(given).flatMap((key) =>
      isAssumed(key) ? [] : read.has(key) ? below(given[key], key, { read, beside }) : [key],
    );
  return {
    file: { ...file, params: remembering(given, "", read), expected: remembering(file.expected, "", asked) },
    ignored,
    unasked: () => unasked(file.expected, "", asked),
  };
}

/** The same tree, noting the path of whatever is asked of its records. */
function remembering(tree: Tree, path: string, read: Set<string>): Tree {
  if (Array.isArray(tree)) return tree.map((x: Tree, k) => remembering(x, `${path}[${k}]`, read));
  if (typeof tree !== "object" || tree === null) return tree;
  const known = new Map<string, Tree>();
  return new Proxy(tree as Branch, {
    get(record, key) {
      if (typeof key !== "string" || !Object.hasOwn(record, key)) return Reflect.get(record, key) as Tree;
      const at = path === "" ? key : `${path}.${key}`;
      read.add(at);
      if (!known.has(key)) known.set(key, remembering(record[key], at, read));
      return known.get(key);
    },
  });
}

interface Asked {
  readonly read: ReadonlySet<string>;
  readonly beside: readonly string[];
}

/** Records below a parameter that was read: what of them was not. One of which nothing was read is read as a whole. */
function below(tree: Tree, path: string, asked: Asked): string[] {
  if (Array.isArray(tree)) return tree.flatMap((x: Tree, k) => below(x, `${path}[${k}]`, asked));
  if (typeof tree !== "object" || tree === null) return [];
  const keys = Object.keys(tree).filter((key) => !asked.beside.includes(key));
  if (!keys.some((key) => asked.read.has(`${path}.${key}`))) return [];
  return keys.flatMap((key) => {
    const at = `${path}.${key}`;
    return asked.read.has(at) ? below((tree as Branch)[key], at, asked) : [at];
  });
}

/** The highest of what nobody asked for. */
function unasked(tree: Tree, path: string, asked: ReadonlySet<string>): string[] {
  if (Array.isArray(tree)) return tree.flatMap((x: Tree, k) => unasked(x, `${path}[${k}]`, asked));
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree as Branch).flatMap(([key, x]) => {
    const at = path === "" ? key : `${path}.${key}`;
    return asked.has(at) ? unasked(x, at, asked) : [at];
  });
}

const same = (a: Tree | undefined, b: Tree): boolean => a !== undefined && JSON.stringify(a) === JSON.stringify(b);
