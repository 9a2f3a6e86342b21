/** Parts that several answers share. */
export const text = {
  type: 'object',
  additionalProperties: false,
  required: ['zh-CN', 'en'],
  properties: { 'zh-CN': { type: 'string' }, en: { type: 'string' } },
} as const;

export const issue = {
  type: 'object',
  additionalProperties: false,
  required: ['code', 'severity', 'path', 'message'],
  properties: {
    code: { type: 'string' },
    severity: { type: 'string', enum: ['error', 'warning', 'info'] },
    /** JSON Pointer. */
    path: { type: 'string' },
    message: text,
    file: { type: 'string' },
    clause: { type: 'string' },
    params: { type: 'object' },
  },
} as const;

export const issues = { type: 'array', items: issue } as const;

/** What `--json` prints when the command line was wrong or the pack cannot be used. */
export const failureSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['status', 'message'],
  properties: { status: { type: 'string', enum: ['usage', 'broken-pack', 'fault'] }, message: { type: 'string' }, issues },
} as const;
