import { describe, expect, it } from 'vitest';
import { filterQuery } from '../register-queries.js';
import { changedParams, filterOf, isFiltered } from './record-filter.js';

describe('the filter of a list of records', () => {
  it('stands in the address and is asked of the API as it stands there', () => {
    const filter = filterOf(new URLSearchParams('text=王&f.community=海东社区&f.level=&sort=until'));
    expect(filter).toEqual({ text: '王', sort: 'until', match: { community: '海东社区' } });
    expect(filterQuery(filter)).toEqual({ text: '王', sort: 'until', match: `community:${encodeURIComponent('海东社区')}` });
    expect(filterQuery({ match: { a: 'x;y:z' } })).toEqual({ match: 'a:x%3By%3Az' });
    expect(filterQuery({ text: '王' })).toEqual({ text: '王' });
  });

  it('begins at the first page when it changes; the order alone narrows nothing', () => {
    expect(changedParams(new URLSearchParams('text=王&cursor=abc'), { status: 'moved', text: '' }).toString()).toBe('status=moved');
    expect(isFiltered({ sort: 'until' })).toBe(false);
    expect(isFiltered({ match: { level: '4' } })).toBe(true);
  });
});
