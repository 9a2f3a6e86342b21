import { pino } from 'pino';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../app.js';
import { answerValidator } from '../testing/answer-validator.js';
import { fakeCareway, testCost } from '../testing/fake-careway.js';
import { smallForm, smallPack } from '../testing/small-pack.js';
import { listen, TestClient } from '../testing/test-client.js';

let client: TestClient;
let close: () => Promise<void>;
const check = answerValidator();

beforeAll(async () => {
  const careway = await fakeCareway(smallPack, {}, { formByHash: (hash) => (hash === 'old-hash' ? smallForm : undefined) });
  const server = await listen(createApp({ careway, logger: pino({ level: 'silent' }), passwordCost: testCost }));
  close = server.close;
  client = new TestClient(server.address);
});
afterAll(() => close());

describe('the catalogue', () => {
  it('lists a service whose policy has lapsed as not open', async () => {
    const { json } = await client.get('/services');
    expect(check('listServices', json)).toEqual([]);
    expect(json).toMatchObject([{ id: 'bed-subsidy', open: false, validity: { to: '2020-12-31' } }]);
  });

  it('shows a service with its form, time limits by clause or city, and the remedies in force', async () => {
    const { json } = await client.get('/services/bed-subsidy');
    expect(check('readService', json)).toEqual([]);
    expect(json).toMatchObject({
      formHash: 'form-hash',
      form: { id: 'bed-form' },
      clauses: [{ id: 'plan-5', status: 'historical', validTo: '2021-12-31' }],
      clocks: [{ id: 'review', amount: 8, unit: 'working-day', basis: { source: 'city-set' } }],
      remedies: [{ id: 'review' }],
    });
    expect(json['remedies']).toHaveLength(1);
  });

  it('quotes a clause, and does not know one that is not there', async () => {
    expect(check('readClause', (await client.get('/clauses/plan-5')).json)).toEqual([]);
    expect((await client.get('/clauses/plan-6')).json['code']).toBe('NOT_FOUND');
  });

  it('gives a form by its hash, one of an earlier publication too', async () => {
    expect((await client.get('/forms/form-hash')).json['id']).toBe('bed-form');
    expect((await client.get('/forms/old-hash')).json['id']).toBe('bed-form');
    expect((await client.get('/forms/no-hash')).status).toBe(404);
  });

  it('gives the rules by which a form computes values; a form that computes nothing has none', async () => {
    expect((await client.get('/forms/form-hash/rules')).json).toEqual({ decisions: [], params: [] });
    expect((await client.get('/forms/no-hash/rules')).status).toBe(404);
  });

  it('gives a template as a spreadsheet of text cells, and as CSV that Excel reads as Chinese', async () => {
    const sheet = await client.get('/forms/form-hash/template/elders');
    expect(sheet.headers.get('content-disposition')).toContain('attachment; filename="bed-form-elders.xlsx"');
    expect(await readSheet(Buffer.from(sheet.bytes))).toEqual([
      ['姓名', '天数', '备注'],
      ['张某', '30', null],
    ]);
    const csv = await client.get('/forms/form-hash/template/elders?format=csv&lang=en');
    expect(Buffer.from(csv.bytes).toString('utf8')).toBe('\ufeffName,Days,Remark\r\n张某,30,\r\n');
    expect((await client.get('/forms/form-hash/template/nothing')).status).toBe(404);
  });
});
