import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { requestNumber } from './request-number.js';

/** Logs number, method, status and time of each request to the interface. Neither address nor query nor id nor header: nothing personal. */
export function requestLog(logger: Logger, routeOf: (request: IncomingMessage) => string | undefined) {
  return pinoHttp<IncomingMessage, ServerResponse>({
    logger,
    genReqId: requestNumber,
    quietReqLogger: true,
    wrapSerializers: false,
    serializers: {
      req: (request: IncomingMessage) => ({ method: request.method }),
      res: (response: ServerResponse) => ({ status: response.statusCode }),
      err: () => undefined,
    },
    customAttributeKeys: { reqId: 'request' },
    customProps: (request) => ({ route: routeOf(request) ?? 'web' }),
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'debug'),
    customSuccessMessage: () => 'answered',
    customErrorMessage: () => 'failed',
  });
}
