import { describe, expect, it } from 'vitest';
import { districtsOf, placesOf } from './area-choices.js';

const area = (id: string, level: string, parent?: string) => ({ id, level, label: { 'zh-CN': id, en: id }, ...(parent ? { parent } : {}) });
const areas = [area('city', 'city'), area('east', 'district', 'city'), area('west', 'district', 'city'), area('lake', 'street', 'east')];

describe('where something happened', () => {
  it('is looked for by district', () => {
    expect(districtsOf(areas).map(({ id }) => id)).toEqual(['east', 'west']);
  });

  it('is the smallest area, told with the one it lies in', () => {
    const told = placesOf(areas).map(({ id, path }) => [id, path.map((part) => part.id).join('/')]);
    expect(told).toEqual([
      ['west', 'west'],
      ['lake', 'east/lake'],
    ]);
  });
});
