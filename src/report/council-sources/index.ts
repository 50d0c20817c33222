export { amountSource, totalAmountSource, totalChangeSource } from './amountSource';
export { mostPointsSource } from './mostPointsSource';
export { pointsSource } from './pointsSource';
export { rankSource } from './rankSource';
export { scoredSource } from './scoredSource';
export { toldSource } from './toldSource';
export { outcomeIn, type PaperYear } from './paperYear';
