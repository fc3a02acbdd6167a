/** What breaks readers: numbers at the ends, marks that begin something, names that JavaScript knows. */
export const WORDS = [
  ..."0 -1 1e308 -1e308 1e-320 NaN .inf .nan 9999-12-31 0001-01-01 2024-02-30 ~ null true {} [] [[]]".split(" "),
  ..."{a: } : - ? & *a &a *a << ! !!binary | > % @ ` --- ... # = =t =1/0 =10^400".split(" "),
  ..."__proto__ constructor toString extends vendors products strategy events clock weeks demand agents".split(" "),
  ..."levers points parameters outputs １２ 4 CNY/Mtok 7 USD/CNY 56 % 0x1F 1_000 +1 -0 ∞".split(" "),
  ..."\u202e \u0000 \ufeff \ud800 \t \r\n".split(" "),
] as const;
