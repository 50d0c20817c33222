/** How papers speak of the own prefecture: 都内, 都平均点; 道, 府 and 県 alike. */
export interface PrefectureWords {
  /** 都内, 道内, 府内, 県内. */
  readonly inside: string;
  /** 都, 道, 府, 県. */
  readonly short: string;
}

/** The words for a prefecture; 都道府県 where nobody told which. */
export const prefectureWords = (prefecture: string | undefined): PrefectureWords => {
  const short = prefecture === undefined ? '都道府県' : prefecture.slice(-1);
  return { inside: `${short}内`, short };
};
