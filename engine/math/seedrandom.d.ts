declare module "seedrandom/lib/tychei.js" {
  /** Tyche-i (Neves & Araujo 2011), seeded from a string of any length. */
  export default function tychei(seed: string): { int32(): number; quick(): number; double(): number };
}
