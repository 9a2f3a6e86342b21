import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditCheckCharacter, creditCodeProblem } from './credit-code.js';
import { ageOn, checkCharacter, groupNumber, identityFacts, identityProblem, normalizeIdentity } from './identity-number.js';
import { maskIdentity, maskName, maskPhone } from './masking.js';
import { isPhone, normalizePhone } from './phone-number.js';

const born = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2020-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const number = fc.tuple(born, fc.integer({ min: 0, max: 999 })).map(([day, serial]) => {
  const body = `150103${day.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  return { day, text: body + checkCharacter(body), sex: serial % 2 === 1 ? 'male' : 'female' };
});

describe('identity numbers', () => {
  it("gives the check character of the standard's own example", () => {
    expect(checkCharacter('11010519491231002')).toBe('X');
    expect(identityProblem('34052419800101001X')).toBeUndefined();
  });

  it('tells birthday and sex of every right number', () => {
    fc.assert(
      fc.property(number, ({ day, text, sex }) => {
        expect(identityFacts(text)).toEqual({ birthDate: day, sex });
      }),
    );
  });

  it('notices every single wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(number, fc.nat(16), fc.integer({ min: 1, max: 9 }), ({ text }, at, shift) => {
        const digit = String((Number(text[at]) + shift) % 10);
        expect(identityProblem(text.slice(0, at) + digit + text.slice(at + 1))).toBeDefined();
        const swapped = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
        if (swapped !== text) expect(identityProblem(swapped)).toBeDefined();
      }),
    );
  });

  it('reads what people type', () => {
    expect(normalizeIdentity(' １１０１０５ 19491231-002x')).toBe('11010519491231002X');
    expect(groupNumber('11010519491231002X')).toBe('110105 1949 1231 002X');
  });

  it('counts full years', () => {
    expect([ageOn('1940-02-29', '2021-02-28'), ageOn('1940-02-29', '2021-03-01')]).toEqual([80, 81]);
  });
});

describe('credit codes', () => {
  it('accepts right ones and names what is wrong with others', () => {
    const body = '91150100MA0N3Y7F4';
    expect(creditCodeProblem(body + creditCheckCharacter(body))).toBeUndefined();
    expect(creditCodeProblem('91350100M000100Y43')).toBeUndefined();
    expect(creditCodeProblem('91350100M000100Y44')).toEqual({ code: 'CREDIT_CODE_CHECKSUM' });
    expect(creditCodeProblem('9135010OM000100Y43')).toEqual({ code: 'CREDIT_CODE_CHARACTERS' });
    expect(creditCodeProblem('9135')).toEqual({ code: 'CREDIT_CODE_LENGTH', length: 4 });
  });
});

describe('telephone numbers', () => {
  it.each(['13800000000', '0471-1234567', '010-66661234', '04711234567', '400-123-4567', '010-66661234-801'])('accepts %s', (text) =>
    expect(isPhone(text)).toBe(true),
  );
  it.each(['1380000000', '12345', '23800000000', '86-138'])('does not accept %s', (text) => expect(isPhone(text)).toBe(false));
  it('reads what people type', () => {
    expect(normalizePhone('+86 138-0000-0000')).toBe('13800000000');
    expect(normalizePhone('（０４７１）1234567')).toBe('04711234567');
  });
});

describe('masking', () => {
  it('leaves only what identifies to those who know', () => {
    expect(maskIdentity('11010519491231002X')).toBe('110105********002X');
    expect(maskPhone('13800001234')).toBe('138****1234');
    expect([maskName('王秀兰'), maskName('王兰'), maskName('欧阳秀兰'), maskName('王'), maskName('')]).toEqual([
      '王**',
      '王*',
      '欧阳**',
      '*',
      '',
    ]);
  });

  it('never shows a short number whole', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 18 }), (text) => {
        expect(maskIdentity(text)).toContain('*');
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^\d{3,18}$/), (text) => {
        expect(maskPhone(text)).toContain('*');
      }),
    );
  });
});
