export { createApp, routes } from './app.js';
export { hashPassword, type PasswordCost } from './auth/password.js';
export type { AppOptions, DemoOptions, DemoPerson } from './instance.js';
export { openApiOf } from './openapi.js';
export { type Problem, ProblemError, problemOfReply } from './problem.js';
export { type ProblemCode, problemCatalogue } from './problem-catalogue.js';
export type { Method, RoleKind, Route, Who } from './route.js';
