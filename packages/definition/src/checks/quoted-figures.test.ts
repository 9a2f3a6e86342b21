import { expect, test } from 'vitest';
import { isFigureQuoted } from './quoted-figures.js';

const quote = '基准运营补贴分别按每人每月150元、200元的标准发放,二级为0.9倍,满1,000元,公示７日,一百二十日内';

test.each(['150', '150.00', '200', '0.9', '0.90', '1000', '7', '-150'])('%s stands in the quote', (figure) => {
  expect(isFigureQuoted(figure, quote)).toBe(true);
});

test.each(['15', '50', '20', '9', '0', '1', '2', '120', '1.000'])('%s does not stand in the quote', (figure) => {
  expect(isFigureQuoted(figure, quote)).toBe(false);
});

test.each([
  ['60', '六十日内'],
  ['6', '六个月'],
  ['15', '十五日'],
  ['20', '二十日'],
  ['105', '一百零五天'],
  ['2', '两年'],
])('%s is read from the numerals of %s, where numerals count', (figure, source) => {
  expect(isFigureQuoted(figure, source, true)).toBe(true);
  expect(isFigureQuoted(figure, source)).toBe(false);
});

test('the digits of a longer numeral do not count by themselves', () => {
  for (const figure of ['6', '10', '5', '16']) expect(isFigureQuoted(figure, '六十五日', true)).toBe(false);
});
