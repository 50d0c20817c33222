export {
  isSumLabel,
  readBranch,
  readGoal,
  readGrant,
  readGroup,
  readIndicatorNumber,
  readSubBranch,
} from './readLabels';
