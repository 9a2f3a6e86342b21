import { deflateSync, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { smallPng } from './small-png.js';

/** A picture of four by two pixels as Chromium writes it: RGB, with the filters "none" and "up". */
function sample(): Buffer {
  const row = [255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 255];
  const raw = Buffer.from([0, ...row, 2, ...row.map(() => 0)]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(4, 0);
  header.writeUInt32BE(2, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const framed = (type: string, data: Buffer) => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length, 0);
    return Buffer.concat([size, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  };
  return Buffer.concat([Buffer.alloc(8), framed('IHDR', header), framed('IDAT', deflateSync(raw)), framed('IEND', Buffer.alloc(0))]);
}

it('a made-smaller picture shows the same colours in the same places', () => {
  const small = smallPng(sample());
  expect([small.readUInt32BE(16), small.readUInt32BE(20), small[25]]).toEqual([4, 2, 3]);
  const at = (type: string) => small.indexOf(type, 0, 'latin1');
  const colours = small.subarray(at('PLTE') + 4, at('PLTE') + 4 + small.readUInt32BE(at('PLTE') - 4));
  const size = small.readUInt32BE(at('IDAT') - 4);
  const rows = inflateSync(small.subarray(at('IDAT') + 4, at('IDAT') + 4 + size));
  const colour = (row: number, column: number) => [...colours.subarray((rows[row * 5 + 1 + column] ?? 0) * 3).subarray(0, 3)];
  for (const row of [0, 1]) {
    expect(colour(row, 0)).toEqual([255, 0, 0]);
    expect(colour(row, 1)).toEqual([0, 255, 0]);
    expect(colour(row, 2)).toEqual([0, 0, 255]);
    expect(colour(row, 3)).toEqual([0, 0, 255]);
  }
});
