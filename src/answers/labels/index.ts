export { readCompositeLabel } from './compositeLabel';
export {
  goalIn,
  isSumLabel,
  readBranch,
  readGoal,
  readGrant,
  readGroup,
  readIndicatorNumber,
  readSubBranch,
} from './readLabels';
export { remembered } from './remembered';
