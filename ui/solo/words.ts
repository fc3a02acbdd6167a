/** What a page that stands alone says besides its lesson or game. */
export const solo = {
  done: { en: "Done: {{score}} of 100.", zh: "已完成：{{score}} 分（满分 100）。" },
  lessonScore: {
    en: "Half of the score is for having predicted and run, half for the question at the end.",
    zh: "作出预测并运行得一半分，最后一题答对得另一半。",
  },
  gameScore: {
    en: "The score is your result as a share of the best found for you, your rivals as they were.",
    zh: "得分为你的成绩占“对手不变时搜到的最优成绩”的百分比。",
  },
  bots: { en: "Bots play {{names}}.", zh: "机器人扮演{{names}}。" },
  working: { en: "Your game is being held against theory …", zh: "正在与理论对照……" },
  again: { en: "Play again", zh: "再玩一局" },
} as const;
