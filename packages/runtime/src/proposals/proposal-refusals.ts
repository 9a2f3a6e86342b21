import { fillText, type LocalizedText } from '@careway/definition';
import type { AnyRefusal } from '../runtime.js';

const say = (zh: string, en: string): LocalizedText => ({ 'zh-CN': zh, en });

const refusals = {
  SECOND_PERSON: {
    message: say('提出改动的人不能自己发布', 'Whoever proposes a change may not publish it'),
    next: say('请另一位管理员来发布：{othersZh}', 'Ask another administrator to publish it: {others}'),
  },
  SECOND_PERSON_MISSING: {
    message: say(
      '提出改动的人不能自己发布，这里也没有第二位管理员',
      'Whoever proposes a change may not publish it, and there is no second administrator here',
    ),
    next: say('请先给另一个人加上管理员岗位', 'Give somebody else the post of administrator first'),
  },
  NOT_PROPOSER: {
    message: say('只有提出的人可以改', 'Only the person who proposes may change it'),
    next: say('不同意的，可以退回并写明理由', 'If you disagree, send it back and say why'),
  },
  NOT_DRAFT: {
    message: say('已经提交，不能再改', 'It has been submitted and cannot be changed'),
    next: say('提出的人可以先收回再改', 'The person who proposes may take it back first'),
  },
  NOT_SUBMITTED: {
    message: say('还没有提交，或者已经办结', 'It is not submitted, or it is settled already'),
    next: say('请刷新后看现在到哪一步', 'Reload to see where it stands'),
  },
  PROPOSAL_SETTLED: {
    message: say('这项改动已经办结', 'This proposal is settled'),
    next: say('要再改，请另提一项', 'To change something again, make a new proposal'),
  },
  BASE_MOVED: {
    message: say('提交以后，另有一次发布改了：{changesZh}', 'Since it was submitted another publication changed: {changes}'),
    next: say('请提出的人收回，核对后重新提交', 'The person who proposes takes it back, looks again and submits anew'),
  },
  SCENARIOS_NOT_SEEN: {
    message: say('有{count}个测试场景的结果会变，还没有逐个确认', '{count} scenarios would come out otherwise and are not confirmed'),
    next: say('请逐个看过，确认是有意改变的', 'Look at each and confirm that it is meant'),
  },
  REASON_MISSING: {
    message: say('退回要写明理由', 'Sending back needs a reason'),
    next: say('请写一句，让提出的人知道要改什么', 'Say in a sentence what has to change'),
  },
  PUBLISH_NOTE_MISSING: {
    message: say('发布要写一句说明', 'Publishing needs a note'),
    next: say('请写明依据和您核对了什么', 'Say on what ground, and what you checked'),
  },
} as const;

export type ProposalRefusalCode = keyof typeof refusals;

/** Why something cannot be done with a proposal now, and what can be done instead. */
export function proposalRefusal(code: ProposalRefusalCode, params: Readonly<Record<string, string | number>> = {}): AnyRefusal {
  const { message, next } = refusals[code];
  return { code, message: fillText(message, params), next: fillText(next, params), ...(Object.keys(params).length > 0 ? { params } : {}) };
}
