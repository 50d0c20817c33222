export { rankBand, rankBandOfRange, type RankBand } from './rankBand';
