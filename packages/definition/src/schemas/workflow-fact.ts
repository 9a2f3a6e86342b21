import { decimal, expression, factId, factType, kebabId, labelledValues, text } from './shared.js';

/** A typed, named value that guards and tables may read, and where it comes from. */
export const fact = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'type', 'from'],
  properties: {
    id: factId,
    label: text,
    type: factType,
    values: labelledValues,
    minimum: decimal,
    maximum: decimal,
    /** Value where nothing gives one: said by the definition, never guessed. Without it the fact is unknown. */
    default: { type: ['string', 'boolean'] },
    from: {
      type: 'object',
      additionalProperties: false,
      required: ['kind'],
      properties: {
        /**
         * `submission`: a field of the service's form · `register`: a field of the record whose key is the fact `key`, or with `match`
         * and `function` of all records that match · `derived`: an expression · `system`: given by the engine · `action`: a field of the
         * form of an action (`form`, or any form of the step `step`), the last one filed · `sheets`: a field of the forms that the seats of
         * `step` filed, put together by `function` · `decision`: an `output` of a decision per case, as far as its tables can tell now; like
         * derived facts in the order of the document
         */
        kind: { type: 'string', enum: ['submission', 'register', 'derived', 'system', 'action', 'sheets', 'decision'] },
        field: factId,
        register: kebabId,
        key: factId,
        /**
         * Of `register`: field of the record → fact of the case that it equals, or a fixed value. A field that refers to whom the record is
         * about is matched by the identity number or the credit code of that person or organisation.
         */
        match: {
          type: 'object',
          additionalProperties: {
            anyOf: [
              factId,
              {
                type: 'object',
                additionalProperties: false,
                required: ['value'],
                properties: { value: { type: 'string', maxLength: 100 } },
              },
            ],
          },
          minProperties: 1,
          maxProperties: 5,
        },
        /**
         * `first`: of the seat that comes first · `same`: whether all sheets say the same · `count` of sheets or records ·
         * `spread`: largest minus smallest · `mean`: arithmetic, rounded half up to `scale`
         */
        function: { type: 'string', enum: ['first', 'same', 'count', 'sum', 'min', 'max', 'mean', 'spread'] },
        scale: { type: 'integer', minimum: 0, maximum: 10 },
        form: kebabId,
        step: kebabId,
        decision: kebabId,
        output: factId,
        expression,
        name: {
          type: 'string',
          enum: ['filed-on', 'today', 'service', 'applicant-kind', 'birth-date', 'age-on-filing', 'channel', 'entry', 'case-number'],
        },
      },
    },
  },
} as const;
