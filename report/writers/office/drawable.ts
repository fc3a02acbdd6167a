/**
 * PptxGenJS writes what is missing as an empty value, and labels' spacing after an element that must come last (ECMA-376
 * part 1, 21.2.2.25): a strict reader repairs or refuses the chart. Points that do not exist are left out, the order is set right.
 */
export const drawable = (xml: string): string =>
  xml
    .replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, "")
    .replace(/(<c:noMultiLvlLbl val="\d"\/>)\s*(<c:tickLblSkip val="\d+"\/>)/g, "$2$1");
