import type { LocalizedText } from '@careway/definition';

/** What a problem says when nothing more exact is known: status, heading, sentence, and what to do next. */
export interface ProblemKind {
  readonly status: number;
  readonly title: LocalizedText;
  readonly detail: LocalizedText;
  readonly next?: LocalizedText;
}

const say = (zh: string, en: string): LocalizedText => ({ 'zh-CN': zh, en });

/** Every problem of the HTTP edge itself, by its stable code. `{name}` is filled from params. */
export const problemCatalogue = {
  JSON_MALFORMED: {
    status: 400,
    title: say('请求内容看不懂', 'The request cannot be read'),
    detail: say(
      '请求不是合格的 JSON：第{line}行第{column}个字符，{reason}。',
      'The request is not JSON: line {line}, column {column}: {reason}.',
    ),
    next: say('什么也没有改动。请改好后再发。', 'Nothing was changed. Mend it and send it again.'),
  },
  REQUEST_INVALID: {
    status: 400,
    title: say('请求的写法不对', 'The request is not as described'),
    detail: say(
      '有{count}处和接口说明不一样，逐条列在下面。',
      'Different from the description of the interface, each listed below: {count}.',
    ),
    next: say('什么也没有改动。请对照 /api/v1/openapi.json。', 'Nothing was changed. Compare with /api/v1/openapi.json.'),
  },
  LOGIN_REQUIRED: {
    status: 401,
    title: say('请先登录', 'Log in first'),
    detail: say('这一步要先登录。', 'This needs a log-in.'),
    next: say('登录后会回到这里。', 'After the log-in you come back here.'),
  },
  SESSION_EXPIRED: {
    status: 401,
    title: say('登录到时间了', 'The log-in has ended'),
    detail: say('30分钟没有操作，登录已结束。', 'The log-in ended after 30 minutes without use.'),
    next: say('请重新登录。您填的内容还在，登录后接着办。', 'Log in again. What you typed is still there; go on after the log-in.'),
  },
  LOGIN_WRONG: {
    status: 401,
    title: say('没有登录成功', 'Not logged in'),
    detail: say('登录名或密码不对。', 'The log-in name or the password is wrong.'),
    next: say('请核对后再试。忘了密码，请问管理员。', 'Check both and try again. If you forgot the password, ask the administrator.'),
  },
  CSRF_WRONG: {
    status: 403,
    title: say('请刷新页面再试', 'Reload the page and try again'),
    detail: say('这次操作没有带上本次登录的凭证。', 'The request does not carry the token of this log-in.'),
    next: say('什么也没有改动。请刷新页面，再做一次。', 'Nothing was changed. Reload the page and do it again.'),
  },
  ROLE_MISSING: {
    status: 403,
    title: say('这一步由别的岗位办', 'Another post does this'),
    detail: say('您的岗位不办这一步。', 'Your post does not do this.'),
    next: say('要由您来办，请管理员给您加上岗位。', 'If you should, ask the administrator for the post.'),
  },
  NOT_FOUND: {
    status: 404,
    title: say('没有找到', 'Not found'),
    detail: say('没有找到。请核对编号，或问受理窗口。', 'Not found. Check the number, or ask at the counter.'),
  },
  ROUTE_UNKNOWN: {
    status: 404,
    title: say('没有这个接口', 'No such address'),
    detail: say('没有这个接口。', 'There is no such address in this interface.'),
    next: say('接口都列在 /api/v1/openapi.json。', 'All addresses are listed in /api/v1/openapi.json.'),
  },
  TENANT_UNKNOWN: {
    status: 404,
    title: say('没有这个租户', 'No such tenant'),
    detail: say('这台服务器上没有这个租户。', 'This server has no such tenant.'),
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: say('这个接口不能这样用', 'Not with this method'),
    detail: say('这个接口只接受：{allow}。', 'This address takes only: {allow}.'),
  },
  REFUSED: { status: 409, title: say('现在不能办', 'Not possible now'), detail: say('现在不能办。', 'Not possible now.') },
  CLOCK_IS_REAL: {
    status: 409,
    title: say('这里用真实时间', 'Real time runs here'),
    detail: say('只有演示租户的培训时钟可以往前拨。', 'Only the training clock of a demo tenant can be moved forward.'),
  },
  RECORD_CHANGED: {
    status: 409,
    title: say('您打开后有变化', 'Changed since you opened it'),
    detail: say('您打开后，这条记录有人改过。', 'Somebody changed this record since you opened it.'),
    next: say('什么也没有改动。请对照两边，再决定保存什么。', 'Nothing was changed. Compare both sides, then decide what to save.'),
  },
  VERSION_CONFLICT: {
    status: 412,
    title: say('您打开后有变化', 'Changed since you opened it'),
    detail: say('您打开后有变化。', 'It has changed since you opened it.'),
    next: say('请看过变化再办。您写的意见还在。', 'Look at the change, then go on. What you wrote is still there.'),
  },
  BODY_TOO_LARGE: {
    status: 413,
    title: say('内容太大', 'Too large'),
    detail: say('内容太大，最多{limit}MB。', 'Too large: at most {limit} MB.'),
    next: say('请分开提交，或把原件送窗口。', 'Send it in parts, or bring the original to the counter.'),
  },
  MEDIA_TYPE_UNSUPPORTED: {
    status: 415,
    title: say('这种内容不收', 'This kind of content is not taken'),
    detail: say('这里只收：{allowed}。', 'Taken here: {allowed}.'),
  },
  SUBMISSION_INVALID: {
    status: 422,
    title: say('有地方要改', 'Some things must be mended'),
    detail: say('有{count}处要改，逐条列在下面。', 'To be mended, each listed below: {count}.'),
    next: say('已填的都还在。请改好再提交。', 'All answers are still there. Mend them and send again.'),
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: say('同一编号发了不同内容', 'The same key with another content'),
    detail: say('这个请求编号已用于另一项内容。', 'This idempotency key was used for another content.'),
    next: say('什么也没有改动。请换一个新编号再发。', 'Nothing was changed. Send it with a new key.'),
  },
  IDEMPOTENCY_KEY_REQUIRED: {
    status: 428,
    title: say('缺少请求编号', 'A key is missing'),
    detail: say(
      '请带上 Idempotency-Key（1–100个字符），重发时用同一个。',
      'Send the header Idempotency-Key (1–100 characters), the same one when you repeat.',
    ),
  },
  VERSION_REQUIRED: {
    status: 428,
    title: say('缺少版本号', 'The version is missing'),
    detail: say('请带上 If-Match："您看到的版本号"。', 'Send the header If-Match: "the version you saw".'),
  },
  TOO_MANY_ATTEMPTS: {
    status: 429,
    title: say('试得太多了', 'Too many attempts'),
    detail: say('试得太多了，请{seconds}秒后再试。', 'Too many attempts; try again in {seconds} seconds.'),
    next: say('急办请打电话或到窗口。', 'If it is urgent, telephone or come to the counter.'),
  },
  PRINTER_BUSY: {
    status: 503,
    title: say('打印的人太多', 'Too many documents'),
    detail: say('正在排版的文件太多，这一份还没有开始。', 'Too many documents are being laid out; this one was not begun.'),
    next: say('请过一分钟再试。', 'Please try again in a minute.'),
  },
  INTERNAL: {
    status: 500,
    title: say('系统出错了', 'Something broke here'),
    detail: say('系统出错了，这次没有办成。', 'Something broke on our side; this was not done.'),
    next: say('请再试一次；还不行，请报这个编号：{instance}。', 'Try again; if it fails again, tell us this number: {instance}.'),
  },
  UNAVAILABLE: {
    status: 503,
    title: say('现在存不了', 'Cannot be stored now'),
    detail: say('现在存不了，这次没有办成。查看照常。', 'It cannot be stored now and was not done. Reading goes on.'),
    next: say('请稍后用同一请求再试，只会办一次。', 'Try the same request again later; it is done only once.'),
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;

export type ProblemCode = keyof typeof problemCatalogue;
