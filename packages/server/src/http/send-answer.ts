import type { Response } from 'express';
import type { Answer, Route } from '../route.js';

/** Writes an answer. Nothing personal is ever kept by a cache. */
export function sendAnswer(route: Route, answer: Answer, response: Response): void {
  response.setHeader('Cache-Control', 'no-store');
  if (answer.kind !== 'file' && answer.cookie) response.setHeader('Set-Cookie', answer.cookie);
  switch (answer.kind) {
    case 'empty':
      response.status(204).end();
      return;
    case 'file':
      response.setHeader('Content-Type', answer.type);
      response.setHeader('Content-Disposition', dispositionOf(answer.name));
      response.status(200).end(answer.bytes);
      return;
    case 'json':
      if (answer.version !== undefined) response.setHeader('ETag', `"${answer.version}"`);
      if (answer.replayed) response.setHeader('Idempotent-Replayed', 'true');
      response.status(route.answer.kind === 'json' ? (route.answer.status ?? 200) : 200).json(answer.value);
  }
}

/** Always an attachment: a file from outside is never shown inside our own page. */
function dispositionOf(name: string): string {
  const plain = name.replace(/[^\w.-]+/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
