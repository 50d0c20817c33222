export { readMark, textOf, type HeldMark, type MarkMeanings, type MarkReading } from './readMark';
export { readNumber, type DoubtfulNumber, type NumberReading, type NumberUnit } from './readNumber';
