export { type AnswerCheck, answerValidator } from './answer-validator.js';
export { listen, TestClient, type TestAnswer, type TestRequest } from './test-client.js';
export { type PdfPage, type ReadPdf, readPdf } from './read-pdf.js';
