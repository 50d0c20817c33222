import { amountsOf, type PaidMunicipality } from './paidMunicipality';

/** The notes below the amounts: what an estimate is and is not, what a share rests on. */
export const amountNotes = (known: readonly PaidMunicipality[]): readonly string[] => {
  const bases = new Set(known.flatMap(({ grants }) => amountsOf(grants).map(({ amount }) => amount.basis)));
  return [
    ...(bases.has('estimate')
      ? [
          '※ 試算の方法：得点×第1号被保険者数×規模区分の単価。単価は、市町村が公表した交付額から推定したもので、国の係数は公表されていません。',
          '※ 試算の限界：所要見込額による減額、追加配分、激変緩和、成果指向型配分枠は見込んでいません。内示額として扱わないでください。',
        ]
      : []),
    ...(bases.has('share')
      ? ['※ 「配分計画による計算」は、配分計画の予算額と係数で全市町村に割り振った額です。国の通知の額ではありません。']
      : []),
    '※ 下限・上限が金額と同じものには幅がありません。',
  ];
};
