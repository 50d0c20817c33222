export { insuredOf, nationOf, withPeers, type Nation } from './nation';
export { isInNation, placeInNation, type PlaceInNation } from './placeInNation';
