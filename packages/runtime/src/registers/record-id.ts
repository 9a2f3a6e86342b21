const plain = /^[A-Za-z0-9][\w.-]{0,119}$/;

/** A key as it stands in addresses: plain ones as they are, others encoded. */
export function recordId(key: string): string {
  return plain.test(key) ? key : `~${Buffer.from(key).toString('base64url')}`;
}

/** The key that an id of an address stands for. */
export function recordKeyOf(id: string): string {
  return id.startsWith('~') ? Buffer.from(id.slice(1), 'base64url').toString('utf8') : id;
}
