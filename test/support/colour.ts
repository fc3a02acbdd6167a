import { rgb } from "d3";

/** Colour arithmetic for tests: contrast, sight with a deficiency, and perceived distance. */
export type Deficiency = "deutan" | "protan" | "tritan";
type Triple = readonly [number, number, number];

/** Machado, Oliveira & Fernandes (2009), severity 1, on linear RGB. */
const MACHADO: Readonly<Record<Deficiency, readonly Triple[]>> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const linear = (c: number) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
const gamma = (x: number) => 255 * (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055);
const linearOf = (color: string): Triple => {
  const { r, g, b } = rgb(color);
  return [linear(r), linear(g), linear(b)];
};

/** What an eye with a deficiency makes of a colour. */
export function seenBy(color: string, sight: Deficiency | "normal"): string {
  if (sight === "normal") return color;
  const from = linearOf(color);
  const [r, g, b] = MACHADO[sight].map((row) =>
    gamma(Math.max(0, Math.min(1, row[0] * from[0] + row[1] * from[1] + row[2] * from[2]))),
  );
  return rgb(r, g, b).toString();
}

/** WCAG 2 contrast ratio. */
export function contrast(a: string, b: string): number {
  const luminance = (color: string) => {
    const [r, g, bl] = linearOf(color);
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** CIE L*a*b* under D65, the white of sRGB. */
function lab(color: string): { l: number; a: number; b: number } {
  const [r, g, b] = linearOf(color);
  const f = (t: number) => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return { l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) };
}

const RAD = Math.PI / 180;

/** CIEDE2000 (Sharma, Wu & Dalal 2005, equations 2 to 22). */
export function deltaE2000(one: string, two: string): number {
  const [x, y] = [lab(one), lab(two)];
  const mean = (Math.hypot(x.a, x.b) + Math.hypot(y.a, y.b)) / 2;
  const G = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)));
  const [a1, a2] = [x.a * (1 + G), y.a * (1 + G)];
  const [c1, c2] = [Math.hypot(a1, x.b), Math.hypot(a2, y.b)];
  const hue = (a: number, b: number) => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / RAD + 360) % 360);
  const [h1, h2] = [hue(a1, x.b), hue(a2, y.b)];
  const grey = c1 * c2 === 0;
  const dh = grey ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin((dh * RAD) / 2);
  const [L, C] = [(x.l + y.l) / 2, (c1 + c2) / 2];
  const H = grey ? h1 + h2 : Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : ((h1 + h2 + 360) / 2) % 360;
  const T =
    1 -
    0.17 * Math.cos((H - 30) * RAD) +
    0.24 * Math.cos(2 * H * RAD) +
    0.32 * Math.cos((3 * H + 6) * RAD) -
    0.2 * Math.cos((4 * H - 63) * RAD);
  const turn = 60 * Math.exp(-(((H - 275) / 25) ** 2)) * RAD; // 2 Δθ
  const RT = -2 * Math.sqrt(C ** 7 / (C ** 7 + 25 ** 7)) * Math.sin(turn);
  const SL = 1 + (0.015 * (L - 50) ** 2) / Math.sqrt(20 + (L - 50) ** 2);
  const [SC, SH] = [1 + 0.045 * C, 1 + 0.015 * C * T];
  const [l, c, h] = [(y.l - x.l) / SL, (c2 - c1) / SC, dH / SH];
  return Math.sqrt(l * l + c * c + h * h + RT * c * h);
}
