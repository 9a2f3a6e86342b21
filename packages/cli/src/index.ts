export { exitCodes } from './answer.js';
export { answerSchemas } from './answers/index.js';
export { type Io } from './io.js';
export { main } from './main.js';
