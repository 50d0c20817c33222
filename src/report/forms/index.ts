export { answerForm, type AnswerFormOptions } from './answerForm';
export { settingsForm } from './settingsForm';
