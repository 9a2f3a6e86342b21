/** Length in Unicode code points, as JSON Schema counts it. */
export function textLength(source: string): number {
  let length = 0;
  for (const _ of source) length += 1;
  return length;
}
