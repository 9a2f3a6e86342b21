/** Sets the value at a JSON Pointer of a document in place: `-` appends to a list, `undefined` removes. For tests of broken packs. */
export function setAt(document: unknown, pointer: string, value: unknown): void {
  const keys = pointer.split('/').slice(1);
  const last = keys.pop() ?? '';
  let place = document as Record<string, unknown>;
  for (const key of keys) place = place[key] as Record<string, unknown>;
  if (Array.isArray(place) && last === '-') place.push(value);
  else if (Array.isArray(place) && value === undefined) place.splice(Number(last), 1);
  else if (value === undefined) delete place[last];
  else place[last] = value;
}
