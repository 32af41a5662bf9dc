/** E-mail by SMTP: one connection to the checked address, the certificate checked against the name. */
import { isIP } from 'node:net'
import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import { letterOf } from './letter.ts'
import { WireError } from './outbound.ts'
import { isMailAddress, type MailSecret, type MailSettings } from './settings.ts'
import { fitToKeep, type Outcome, type Parcel, type Way } from './way.ts'

/**
 * A mail whose end was handed over without an answer may have arrived. SMTP says it is to be sent again, and the Message-ID
 * stays the same, by which mailboxes know a repetition (RFC 5321 §4.5.3.2.6, decision 0011).
 */
export const mail: Way<MailSettings, MailSecret> = {
  repeatable: true,
  async send(parcel, settings, secret, outbound) {
    if (parcel.reader === null) return { done: 'failed', error: 'noAddress', detail: '', final: true }
    if (!isMailAddress(parcel.reader.address)) return { done: 'failed', error: 'badAddress', detail: '', final: true }
    const { address, trusted } = await outbound.resolve(settings.host)
    if (settings.security === 'plain' && !trusted) throw new WireError('badAddress')
    return await handOver({ parcel, settings, secret, address })
  },
}

interface Handing {
  readonly parcel: Parcel
  readonly settings: MailSettings
  readonly secret: MailSecret
  readonly address: string
}

async function handOver({ parcel, settings, secret, address }: Handing): Promise<Outcome> {
  const transport = createTransport({
    host: address,
    port: settings.port,
    secure: settings.security === 'tls',
    requireTLS: settings.security === 'starttls',
    ignoreTLS: settings.security === 'plain',
    name: new URL(parcel.link).hostname.replace(/^\[|\]$/g, ''),
    ...(settings.user === '' ? {} : { auth: { user: settings.user, pass: secret.password } }),
    tls: {
      ...(isIP(settings.host) === 0 ? { servername: settings.host } : {}),
      minVersion: 'TLSv1.2',
      ...(settings.ca === '' ? {} : { ca: settings.ca }),
    },
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  let handed = false
  try {
    const message = Readable.from([await composed(parcel, settings)])
    message.once('end', () => (handed = true))
    const sent = await transport.sendMail({
      envelope: { from: settings.from, to: [parcel.reader?.address ?? ''] },
      raw: message,
    })
    return { done: 'sent', providerId: fitToKeep(sent.response) }
  } catch (error) {
    return outcomeOf(error, handed)
  } finally {
    transport.close()
  }
}

const messageId = (parcel: Parcel, from: string) => `<${parcel.id}@${from.split('@')[1] ?? 'atrium'}>`

async function composed(parcel: Parcel, settings: MailSettings): Promise<Buffer> {
  const letter = letterOf(parcel)
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await composer.sendMail({
    messageId: messageId(parcel, settings.from),
    date: new Date(parcel.at),
    from: { name: settings.fromName, address: settings.from },
    to: { name: parcel.reader?.name ?? '', address: parcel.reader?.address ?? '' },
    ...(settings.replyTo === '' ? {} : { replyTo: settings.replyTo }),
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  })
  return Buffer.isBuffer(message) ? message : Buffer.concat(await Array.fromAsync(message as AsyncIterable<Buffer>))
}

interface SmtpFault {
  readonly code?: string
  readonly responseCode?: number
  readonly response?: string
  readonly message?: string
}

function outcomeOf(error: unknown, handed: boolean): Outcome {
  const { code = '', responseCode, response = '', message = '' } = error as SmtpFault
  const detail = fitToKeep(response === '' ? `${code} ${message}` : response)
  if (code === 'EAUTH') return { done: 'failed', error: 'signIn', detail }
  if (responseCode !== undefined && responseCode >= 400)
    return { done: 'failed', error: 'refused', detail, final: responseCode >= 500 && code !== 'EPROTOCOL' }
  // Of this one mail, not of the server: nothing else waits for it.
  if (code === 'EENVELOPE' || code === '') return { done: 'failed', error: 'badAddress', detail, final: true }
  if (handed) return { done: 'unsure', error: 'timeout', detail }
  if (/certificate|altnames|self-signed/i.test(message)) return { done: 'failed', error: 'certificate', detail }
  return { done: 'failed', error: code === 'ETIMEDOUT' ? 'timeout' : 'unreachable', detail }
}
