import { found, valueOf } from '../problem.js';
import { defineRoute, json } from '../route.js';
import { attachmentQuery } from '../schemas/queries.js';
import { bytesBody } from '../schemas/carried-type.js';
import { ref } from '../schemas/shape.js';

const putAttachment = defineRoute({
  id: 'putAttachment',
  method: 'post',
  path: '/attachments',
  who: 'person',
  summary: 'Upload a file. Its kind is seen from its content; the name is only shown.',
  query: attachmentQuery,
  body: bytesBody(['*/*'], 25),
  answer: { kind: 'json', status: 201, schema: ref('AttachmentRef') },
  handle: async ({ scoped, query, body }) => {
    const { field, name, draft, case: caseId } = query;
    return json(
      valueOf(
        await scoped.attachments.put({
          field,
          name,
          bytes: body,
          ...(draft !== undefined && { draft }),
          ...(caseId !== undefined && { caseId }),
        }),
      ),
    );
  },
});

const readAttachment = defineRoute({
  id: 'readAttachment',
  method: 'get',
  path: '/attachments/:id',
  who: 'person',
  summary: 'A file of a case or draft that one may see, always as a download.',
  answer: { kind: 'file', types: ['application/octet-stream'] },
  handle: async ({ scoped, params }) => {
    const { ref: meta, bytes } = found(await scoped.attachments.get(params['id'] ?? ''));
    return { kind: 'file', bytes, type: meta.type, name: meta.name };
  },
});

const removeAttachment = defineRoute({
  id: 'removeAttachment',
  method: 'delete',
  path: '/attachments/:id',
  who: 'person',
  summary: 'Take a file out of a draft.',
  answer: { kind: 'empty' },
  handle: async ({ scoped, params }) => {
    found((await scoped.attachments.remove(params['id'] ?? '')) || undefined);
    return { kind: 'empty' };
  },
});

export const attachmentRoutes = [putAttachment, readAttachment, removeAttachment];
