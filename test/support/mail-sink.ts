/** A real SMTP server that keeps what it is sent, and can be told to misbehave. */
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { mailCertificate } from './mail-certificate.ts'

export interface Mail {
  readonly from: string
  readonly to: readonly string[]
  readonly secure: boolean
  readonly user: string | null
  /** decoded, by lower-case name */
  readonly headers: Readonly<Record<string, string>>
  /** decoded, by content type */
  readonly parts: Readonly<Record<string, string>>
}

export interface MailSink {
  readonly port: number
  readonly mails: Mail[]
  /** what happens to the next messages: taken, refused with this code, or taken without a word before the line is cut */
  answer: 'take' | number | 'takeAndCut'
  close(): Promise<void>
}

export async function mailSink(options: SMTPServerOptions & { readonly atPort?: number } = {}): Promise<MailSink> {
  const mails: Mail[] = []
  const cut = new Set<{ destroy(): void }>()
  const server = new SMTPServer({
    ...mailCertificate,
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      password === 'right' ? done(null, { user: username }) : done(new Error('Invalid username or password')),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { answer } = sink
        if (typeof answer === 'number') {
          done(Object.assign(new Error(`no <${String(answer)}@secret.example> here`), { responseCode: answer }))
          return
        }
        const { mailFrom, rcptTo } = session.envelope
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          secure: session.secure,
          user: typeof session.user === 'string' ? session.user : null,
          ...readMail(Buffer.concat(chunks).toString('latin1')),
        })
        if (answer === 'takeAndCut') for (const socket of cut) socket.destroy()
        else done()
      })
    },
    ...options,
  })
  server.server.on('connection', (socket) => {
    cut.add(socket)
    socket.on('close', () => cut.delete(socket))
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(options.atPort ?? 0, '127.0.0.1', resolve))
  const sink: MailSink = {
    port: (server.server.address() as AddressInfo).port,
    mails,
    answer: 'take',
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of cut) socket.destroy()
      }),
  }
  return sink
}

/** Headers and parts of a message, decoded: enough for what the house itself writes. */
function readMail(raw: string): Pick<Mail, 'headers' | 'parts'> {
  const { headers, body } = split(raw)
  const boundary = /boundary="?([^";]+)"?/.exec(headers['content-type'] ?? '')?.[1]
  const pieces = boundary === undefined ? [raw] : body.split(`--${boundary}`).slice(1, -1)
  const parts = pieces.map((piece) => {
    const part = split(piece.replace(/^\r\n/, ''))
    const type = (part.headers['content-type'] ?? 'text/plain').split(';')[0] ?? ''
    return [type, decoded(part.body, part.headers['content-transfer-encoding'] ?? '7bit')]
  })
  return { headers, parts: Object.fromEntries(parts) as Record<string, string> }
}

function split(raw: string): { readonly headers: Record<string, string>; readonly body: string } {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), words(line.slice(colon + 1).trim())]
  })
  return { headers: Object.fromEntries(headers) as Record<string, string>, body: raw.slice(end + 4) }
}

const words = (text: string): string =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, how: string, what: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(what, 'base64').toString() : quoted(what.replaceAll('_', ' ')),
    )

const quoted = (text: string): string =>
  Buffer.from(
    text
      .replaceAll(/=\r\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return encoding === 'quoted-printable' ? quoted(body) : body
}
