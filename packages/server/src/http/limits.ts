import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Instance } from '../instance.js';
import { ProblemError, problem } from '../problem.js';
import type { Route } from '../route.js';

const quarterHour = 15 * 60 * 1000;

/** Limits by caller's address: log-ins and public writes. A demo, where one address plays every role, gets ten times as many. */
export function limitersOf(instance: Instance): Record<NonNullable<Route['rateLimit']>, RequestHandler> {
  const factor = instance.demo ? 10 : 1;
  return {
    login: limiter(instance.rateLimits?.login ?? 30 * factor),
    'public-write': limiter(instance.rateLimits?.publicWrite ?? 60 * factor),
  };
}

function limiter(limit: number): RequestHandler {
  return rateLimit({
    windowMs: quarterHour,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, response, next) => {
      const seconds = Number(response.getHeader('Retry-After') ?? quarterHour / 1000);
      next(new ProblemError(problem('TOO_MANY_ATTEMPTS', { seconds }), { 'Retry-After': String(seconds) }));
    },
  });
}
