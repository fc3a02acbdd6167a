import { FONT } from "../../../charts/theme/theme.ts";

const MONO = `"SF Mono", "Cascadia Mono", "JetBrains Mono", "Noto Sans Mono CJK SC", monospace`;

const QUOTED = FONT.replaceAll('"', "'"); // in a rule that has double quotes of its own

/** How a report looks on screen and on A4, in the app's typeface. Ink on paper; content is 682 px wide. */
export const style = (foot: string): string => `
@page { size: A4; margin: 15mm 14.7mm 16mm;
  @bottom-left { content: "${foot}"; font: 9px/1 ${QUOTED}; color: #666d77; }
  @bottom-right {
    content: counter(page) " / " counter(pages); font: 9px/1 ${QUOTED}; color: #666d77;
  } }
* { box-sizing: border-box; margin: 0; padding: 0; }
html {
  color: #15181d; background: #f7f7f5; font: 13.5px/21px ${FONT}; font-variant-numeric: tabular-nums;
  -webkit-print-color-adjust: exact; print-color-adjust: exact;
}
.report { width: 794px; max-width: 100%; margin: 24px auto; padding: 44px 56px 40px; background: #fff; }
.masthead {
  display: flex; gap: 12px; justify-content: space-between; align-items: baseline; padding-bottom: 10px;
  border-bottom: 2px solid #15181d; font-size: 12px; line-height: 17px; color: #4c535d;
}
.masthead b { color: #15181d; white-space: nowrap; }
.masthead span { text-align: right; flex: 1; }
.masthead img { height: 24px; max-width: 160px; object-fit: contain; align-self: center; }
.own { margin-top: 8px; padding-left: 10px; border-left: 3px solid #15181d; }
h1 { font-size: 25px; line-height: 34px; margin: 18px 0 4px; text-wrap: balance; }
:lang(en) { font-variant-east-asian: proportional-width; }
:root:lang(en) { font-size: 13px; line-height: 19px; }
.brief .page, .brief .page ~ section { font-size: 12.5px; line-height: 18.5px; }
:lang(en) h1 { letter-spacing: -0.2px; }
.question { color: #4c535d; }
.key { display: grid; grid-template-columns: repeat(4, 1fr); margin: 14px 0 12px; }
.key div { padding: 0 10px; border-left: 1px solid #cfd1ce; }
.key div:first-child { padding-left: 0; border: 0; }
.key dt, .key .note { font-size: 12px; line-height: 17px; color: #4c535d; }
.key .number { font-size: 19px; line-height: 26px; font-weight: 700; }
h2 { font-size: 16px; line-height: 22px; margin: 18px 0 4px; break-after: avoid; }
p + p, ul + p, table + p { margin-top: 4px; }
ul { padding-left: 18px; }
li { margin: 1px 0; }
figure { margin-top: 16px; break-inside: avoid; position: relative; }
figcaption {
  display: flex; align-items: baseline; gap: 10px; margin-bottom: 8px; font-size: 12px; line-height: 17px;
  color: #4c535d;
}
figcaption b { font-size: 14px; color: #15181d; white-space: nowrap; }
figcaption .gutter { margin-left: auto; white-space: nowrap; }
figure svg { display: block; width: 100%; height: auto; }
table { width: 100%; border-collapse: collapse; font-size: 12px; line-height: 17px; margin: 6px 0; }
caption { text-align: left; font-size: 12px; color: #4c535d; padding-bottom: 4px; }
thead { display: table-header-group; }
tr, .whole { break-inside: avoid; }
th, td {
  padding: 3px 0 3px 10px; text-align: right; font-weight: 400; border-bottom: 1px solid #ecedea;
  vertical-align: top;
}
th:first-child, td.words, th.words { text-align: left; }
th:first-child { padding-left: 0; }
tbody th { white-space: nowrap; }
thead th { text-wrap: balance; border-bottom: 1px solid #15181d; color: #4c535d; vertical-align: bottom; }
td { white-space: nowrap; }
td.words { white-space: normal; }
.box {
  margin-top: 20px; padding: 10px 12px; background: #f4f4f2; font-size: 12px; line-height: 17px;
  break-inside: avoid; display: grid; grid-template-columns: 84px 1fr; gap: 2px 10px;
}
.box code { font-family: ${MONO}; font-variant-east-asian: normal; font-size: 11.5px; overflow-wrap: anywhere; }
.box code span { display: inline-block; max-width: 100%; }
.box .live { grid-column: 2; }
.scroll { overflow-x: auto; }
.aside { color: #666d77; font-size: 12px; line-height: 17px; margin-top: 10px; }
.levers { width: 794px; max-width: 100%; margin: 0 auto 24px; padding: 20px 56px 24px; background: #fff; }
.levers h2 { margin-top: 0; }
.levers .grid {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: 10px 24px; margin: 10px 0;
}
.levers label { display: block; font-size: 12px; line-height: 17px; }
.levers label b { float: right; }
.levers input { display: block; width: 100%; height: 24px; accent-color: #15181d; }
.levers .answers { display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: 8px 24px; }
.levers .answers dt { font-size: 12px; color: #4c535d; }
.levers .answers dd b { display: block; }
.levers .answers dd { font-size: 12px; line-height: 17px; }
button {
  font: inherit; font-size: 12px; line-height: 17px; padding: 5px 12px; border: 1px solid #8c929c;
  border-radius: 6px; background: #fff; color: #15181d; cursor: pointer;
}
button:disabled { color: #666d77; cursor: default; }
:focus-visible { outline: 2px solid #1f5fd6; outline-offset: 2px; }
.readout { min-height: 34px; font-size: 11.5px; line-height: 17px; color: #4c535d; margin-top: 2px; }
.readout b { color: #15181d; }
.ok { color: #05653f; } .bad { color: #c8102e; }
@media (max-width: 700px) {
  .report, .levers { padding: 20px 16px; margin: 0 auto; }
  .key { grid-template-columns: repeat(2, 1fr); gap: 12px 0; } .key div:nth-child(odd) { padding-left: 0; border: 0; }
  .box { grid-template-columns: 1fr; } .box code span { display: inline-block; max-width: 100%; }
.box .live { grid-column: 1; }
  .masthead, figcaption { flex-wrap: wrap; } figcaption { gap: 2px 8px; } figcaption .gutter { margin-left: 0; }
  figure {
    overflow-x: auto;
    background: linear-gradient(#fff, #fff) right / 28px 100% no-repeat local,
      linear-gradient(to left, rgb(0 0 0 / 14%), transparent) right / 14px 100% no-repeat scroll;
  }
  figure svg { min-width: 560px; }
  th, td { padding-left: 8px; }
}
@media screen and (max-width: 700px) {
  figcaption::after { content: "Swipe the chart sideways for its labels."; flex-basis: 100%; color: #666d77; }
  :lang(zh) figcaption::after { content: "左右滑动图表可看线名与数值。"; }
}
@media print {
  html { background: #fff; }
  .report { width: auto; margin: 0; padding: 0; }
  .report.board { zoom: 0.86; }
  .page { break-before: page; } .page h2:first-child { margin-top: 0; }
  .scroll { overflow: visible; }
  .levers, .live, .readout { display: none !important; }
}
`;
