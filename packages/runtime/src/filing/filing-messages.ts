import { issueFrom } from '@careway/definition';

const catalogue = {
  SERVICE_UNKNOWN: {
    'zh-CN': '没有这个事项“{service}”，请从事项列表里选择',
    en: 'There is no service “{service}”: choose one from the list',
  },
  SERVICE_CLOSED: { 'zh-CN': '这个事项只在{from}至{to}办理', en: 'This service is open from {from} to {to} only' },
  DRAFT_UNKNOWN: { 'zh-CN': '没有找到这份草稿，可能已经提交或删除', en: 'The draft was not found: it may have been filed or deleted' },
  AREA_UNKNOWN: { 'zh-CN': '请选择受理的街道', en: 'Choose the street office that takes the application' },
  AREA_NOT_YOURS: { 'zh-CN': '只能录入本辖区的申请', en: 'You may enter applications of your own area only' },
  NOT_YOUR_ORGANISATION: {
    'zh-CN': '您不是这家机构的经办人，请核对统一社会信用代码',
    en: 'You are not an agent of this facility: check the credit code',
  },
  APPLICANT_KIND: {
    'zh-CN': '这个事项由机构申请，请用机构经办人的账号登录',
    en: 'Organisations apply for this service: log in as an agent of one',
  },
  ON_BEHALF_OF_REQUIRED: { 'zh-CN': '请填写申请人', en: 'Say for whom you enter this application' },
  FILED_ON_NOT_ALLOWED: {
    'zh-CN': '收到日期只有窗口补录时才能填写',
    en: 'Only staff who enter a paper application may give the day it came in',
  },
  LOG_IN_TO_FILE: { 'zh-CN': '这个事项要登录后才能申请', en: 'Log in to apply for this service' },
  NO_ACTION_FORM: { 'zh-CN': '这一项没有要填的表', en: 'There is no form to fill in for this' },
  FACT_UNKNOWN: { 'zh-CN': '没有这一项情况，请刷新后再更正', en: 'There is no such value: reload and correct it again' },
  ATTACHMENT_UNKNOWN: { 'zh-CN': '有一份材料没有找到，请重新上传', en: 'A file was not found: upload it again' },
} as const;

/** Issues of filing that no form can tell. */
export const filingIssue = issueFrom(catalogue);
