/** Group robots. They answer 200 to everything: what counts is the code inside, and none of them knows a repetition. */
import { lineOf } from './letter.ts'
import { type Outbound, WireError } from './outbound.ts'
import { type Answered, post } from './post.ts'
import type { RobotSecret, RobotSettings } from './settings.ts'
import { dingtalkSign, feishuSign } from './signatures.ts'
import { fitToKeep, type Outcome, type Parcel, type Way } from './way.ts'

interface Dialect {
  readonly request: (
    parcel: Parcel,
    text: string,
    secret: RobotSecret,
  ) => { readonly url: string; readonly body: object }
  /** codes that mean: later */
  readonly tooMany: readonly number[]
}

const textOf = (parcel: Parcel, { language }: RobotSettings) =>
  parcel.case === null ? lineOf(parcel, language) : `${lineOf(parcel, language)}\n${parcel.link}`

function robot({ request, tooMany }: Dialect): Way<RobotSettings, RobotSecret> {
  return {
    repeatable: false,
    async send(parcel, settings, secret, outbound) {
      const { url, body } = request(parcel, textOf(parcel, settings), secret)
      return judged(await post(outbound, { url, headers: {}, body: JSON.stringify(body) }), tooMany)
    },
  }
}

/** WeCom: the key stands in the address; 45009 is its limit of twenty a minute. */
export const wecom = robot({
  request: (_parcel, content, { url }) => ({ url, body: { msgtype: 'text', text: { content } } }),
  tooMany: [45009, 45033],
})

/** DingTalk: time and signature are added to the address. */
export const dingtalk = robot({
  request(parcel, content, { url, sign }) {
    const signed = new URL(url)
    if (sign !== '') {
      const ms = Date.parse(parcel.now)
      signed.searchParams.set('timestamp', String(ms))
      signed.searchParams.set('sign', dingtalkSign(ms, sign))
    }
    return { url: signed.href, body: { msgtype: 'text', text: { content } } }
  },
  tooMany: [130101, 410100, 90018],
})

/** Feishu: time and signature stand in the body. */
export const feishu = robot({
  request(parcel, text, { url, sign }) {
    const seconds = Math.floor(Date.parse(parcel.now) / 1000)
    const signed = sign === '' ? {} : { timestamp: String(seconds), sign: feishuSign(seconds, sign) }
    return { url, body: { ...signed, msg_type: 'text', content: { text } } }
  },
  tooMany: [9499, 11232],
})

/** WeCom and DingTalk say errcode and errmsg, Feishu code and msg, or StatusCode and StatusMessage. */
function codeIn(body: string): { readonly code: number; readonly message: string } | null {
  let answer: unknown
  try {
    answer = JSON.parse(body)
  } catch {
    return null
  }
  if (typeof answer !== 'object' || answer === null) return null
  const said = answer as Readonly<Record<string, unknown>>
  const code = said['errcode'] ?? said['code'] ?? said['StatusCode']
  const message = said['errmsg'] ?? said['msg'] ?? said['StatusMessage'] ?? ''
  return typeof code === 'number' ? { code, message: typeof message === 'string' ? message : '' } : null
}

function judged({ status, body, retryAfter }: Answered, tooMany: readonly number[]): Outcome {
  if (status === 429) return { done: 'failed', error: 'rateLimited', detail: '429', wait: retryAfter ?? 60 }
  if (status === 502 || status === 504) return { done: 'unsure', error: 'badAnswer', detail: String(status) }
  if (status < 200 || status >= 300) return { done: 'failed', error: 'refused', detail: String(status) }
  const said = codeIn(body)
  // Whoever answered that way is no robot; it is not sent to again without somebody looking.
  if (said === null) return { done: 'unsure', error: 'badAnswer', detail: '' }
  const detail = fitToKeep(`${said.code} ${said.message}`)
  if (said.code === 0) return { done: 'sent', providerId: null }
  if (tooMany.includes(said.code)) return { done: 'failed', error: 'rateLimited', detail, wait: 60 }
  return { done: 'failed', error: 'refused', detail }
}

export const robotHosts: Readonly<Record<'wecom' | 'dingtalk' | 'feishu', readonly string[]>> = {
  wecom: ['qyapi.weixin.qq.com'],
  dingtalk: ['oapi.dingtalk.com'],
  feishu: ['open.feishu.cn', 'open.larksuite.com'],
}

/** A robot lives at its maker's, or at an address the installation trusts. Throws a WireError. */
export async function demandRobotHost(kind: keyof typeof robotHosts, url: string, outbound: Outbound): Promise<void> {
  const { hostname } = new URL(url)
  if (robotHosts[kind].includes(hostname)) return
  const { trusted } = await outbound.resolve(hostname)
  if (!trusted) throw new WireError('badAddress')
}
