/** What the page says around its answers. */

export const HEAD = `# Answers

Twelve questions the [source article](source-article.md) asks, each answered by one command, with the number and its band.
Written by \`npx tsx scripts/answers.ts\`: run it again after any change of the model. Every run here simulates 2,000 agents, from
1 April to 31 December 2024; add \`--json\` for all digits. Bands hold the middle eight of ten runs, intervals are 95 % of the
mean difference of paired runs. Each view opens the app on the answer, once \`pricewar serve\` runs here. Prices are CNY per
million tokens, three of input to one of output. One model, one calibration: what follows is what this market does, not what
China did.
`;

export const RULES = `
Margin's part of the fall is told three ways: at a constant markup, one for one, and against the static Nash price (conduct).
A vendor is its products weighted by tokens; [the verdict](verdict.md) speaks of the change, not of where prices stood. "Agree" is
the share of runs that say the same word: runs differ in their draws, not in the calibration.
`;

export const RANGES = `Each lever stands once at each end of its plausible range, the others as they are; the price of competition is halved and doubled.
A word that holds in every row hangs on none of these numbers.
`;

export const PAIRING = `The launch of DeepSeek-V2 is taken out, run by run with the same draws. Where prices are scripted, both arms share nearly all
luck. Where vendors react by rule, the cascade's own chance lives in one arm only, and pairing can save little. A share
that is nil in one arm has nothing to be paired with.
`;
