export { nationOf, type Nation } from './nation';
export { placeInNation, type PlaceInNation } from './placeInNation';
