type Answers = Readonly<Record<string, unknown>>;

/** What a draft holds: the answers so far, and for whom they are where that is somebody else. */
export interface DraftContent {
  readonly data: Answers;
  readonly onBehalfOf?: string;
}

/** No field of a form has such an id. */
const WHOM = '$onBehalfOf';

/** The content as the text that is sealed. */
export function draftText({ data, onBehalfOf }: DraftContent): string {
  return JSON.stringify(onBehalfOf === undefined ? data : { ...data, [WHOM]: onBehalfOf });
}

export function draftContent(text: string): DraftContent {
  const { [WHOM]: whom, ...data } = JSON.parse(text) as Record<string, unknown>;
  return { data, ...(typeof whom === 'string' ? { onBehalfOf: whom } : {}) };
}
