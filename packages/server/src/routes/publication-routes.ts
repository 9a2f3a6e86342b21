import type { ProposalView, Reply } from '@careway/runtime';
import { found, valueOf } from '../problem.js';
import { type Answer, defineRoute, json } from '../route.js';
import {
  newProposalBody,
  parametersQuery,
  publishBody,
  rejectBody,
  saveProposalBody,
  submitProposalBody,
} from '../schemas/publication-bodies.js';
import { list, ref } from '../schemas/shape.js';
import { administrators, auditors } from './who.js';

const proposalAnswer = { kind: 'json', schema: ref('ProposalView'), etag: true } as const;

const answered = (reply: Reply<ProposalView>): Answer => {
  const view = valueOf(reply);
  return json(view, { version: view.version, replayed: reply.ok && reply.replayed });
};

const packs = defineRoute({
  id: 'listPacks',
  method: 'get',
  path: '/packs',
  who: administrators,
  summary: 'The packs in force for the areas that I administer.',
  answer: { kind: 'json', schema: list(ref('PackInForceView')) },
  handle: async ({ scoped }) => json(await scoped.publications.packs()),
});

const parameters = defineRoute({
  id: 'readParameters',
  method: 'get',
  path: '/parameters',
  who: administrators,
  summary: 'Rates, day counts, thresholds and switches in force for an area on a day, in the policy’s wording.',
  query: parametersQuery,
  answer: { kind: 'json', schema: ref('ParametersView') },
  handle: async ({ scoped, query }) => json(found(await scoped.publications.parameters(query.area, query.on))),
});

const history = defineRoute({
  id: 'listPublications',
  method: 'get',
  path: '/publications',
  who: auditors,
  summary: 'Every publication, with who proposed and who published it.',
  answer: { kind: 'json', schema: list(ref('PublicationView')) },
  handle: async ({ scoped }) => json(await scoped.publications.history()),
});

const proposals = defineRoute({
  id: 'listProposals',
  method: 'get',
  path: '/proposals',
  who: administrators,
  summary: 'My drafts, and what was submitted or settled in my areas.',
  answer: { kind: 'json', schema: list(ref('ProposalRow')) },
  handle: async ({ scoped }) => json(await scoped.publications.proposals()),
});

const create = defineRoute({
  id: 'createProposal',
  method: 'post',
  path: '/proposals',
  who: administrators,
  summary: 'Begin to change figures of an area.',
  body: newProposalBody,
  idempotent: true,
  answer: { ...proposalAnswer, status: 201 },
  handle: async ({ scoped, body, write }) => answered(await scoped.publications.create(body.area, write)),
});

const read = defineRoute({
  id: 'readProposal',
  method: 'get',
  path: '/proposals/:id',
  who: administrators,
  summary: 'A proposal. Another’s draft is not found.',
  answer: proposalAnswer,
  handle: async ({ scoped, params }) => {
    const view = found(await scoped.publications.proposal(params['id'] ?? ''));
    return json(view, { version: view.version });
  },
});

const save = defineRoute({
  id: 'saveProposal',
  method: 'put',
  path: '/proposals/:id',
  who: administrators,
  summary: 'Save what is typed so far; the answer says what must still be mended.',
  body: saveProposalBody,
  ifMatch: true,
  answer: proposalAnswer,
  handle: async ({ scoped, params, body, write }) =>
    answered(await scoped.publications.save(params['id'] ?? '', body, write.ifVersion ?? 0)),
});

const checks = defineRoute({
  id: 'checkProposal',
  method: 'post',
  path: '/proposals/:id/checks',
  who: administrators,
  summary: 'Analyse what the pack would become and run its scenarios; tell whom it reaches.',
  answer: { kind: 'json', schema: ref('ChecksView') },
  handle: async ({ scoped, params }) => json(valueOf(await scoped.publications.checks(params['id'] ?? ''))),
});

const preview = defineRoute({
  id: 'previewProposal',
  method: 'post',
  path: '/proposals/:id/preview',
  who: administrators,
  summary: 'Amounts before and after, for example facts and for the rows of open cases.',
  answer: { kind: 'json', schema: ref('PreviewView') },
  handle: async ({ scoped, params }) => json(valueOf(await scoped.publications.preview(params['id'] ?? ''))),
});

const submit = defineRoute({
  id: 'submitProposal',
  method: 'post',
  path: '/proposals/:id/submit',
  who: administrators,
  summary: 'Hand a proposal to a second person, with the scenarios whose other outcome was seen.',
  body: submitProposalBody,
  ifMatch: true,
  answer: proposalAnswer,
  handle: async ({ scoped, params, body, write }) =>
    answered(await scoped.publications.submit(params['id'] ?? '', body.acknowledged, write.ifVersion ?? 0)),
});

const publish = defineRoute({
  id: 'publishProposal',
  method: 'post',
  path: '/proposals/:id/publish',
  who: administrators,
  summary: 'Publish what another administrator proposed.',
  body: publishBody,
  ifMatch: true,
  answer: proposalAnswer,
  handle: async ({ scoped, params, body, write }) =>
    answered(await scoped.publications.publish(params['id'] ?? '', body.note, write.ifVersion ?? 0)),
});

const reject = defineRoute({
  id: 'rejectProposal',
  method: 'post',
  path: '/proposals/:id/reject',
  who: administrators,
  summary: 'Send a proposal back with a reason.',
  body: rejectBody,
  ifMatch: true,
  answer: proposalAnswer,
  handle: async ({ scoped, params, body, write }) =>
    answered(await scoped.publications.reject(params['id'] ?? '', body.reason, write.ifVersion ?? 0)),
});

const withdraw = defineRoute({
  id: 'withdrawProposal',
  method: 'post',
  path: '/proposals/:id/withdraw',
  who: administrators,
  summary: 'Give up a proposal of one’s own.',
  ifMatch: true,
  answer: proposalAnswer,
  handle: async ({ scoped, params, write }) => answered(await scoped.publications.withdraw(params['id'] ?? '', write.ifVersion ?? 0)),
});

const revise = defineRoute({
  id: 'reviseProposal',
  method: 'post',
  path: '/proposals/:id/revise',
  who: administrators,
  summary: 'Take a proposal of one’s own back to a draft, on what is in force now.',
  ifMatch: true,
  answer: proposalAnswer,
  handle: async ({ scoped, params, write }) => answered(await scoped.publications.revise(params['id'] ?? '', write.ifVersion ?? 0)),
});

export const publicationRoutes = [
  packs,
  parameters,
  history,
  proposals,
  create,
  read,
  save,
  checks,
  preview,
  submit,
  publish,
  reject,
  withdraw,
  revise,
];
