/** A receiver of HTTP messages that keeps what it is sent, and answers as it is told. */
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** the text as JSON */
  readonly body: Readonly<Record<string, unknown>>
}

export interface Receiver {
  readonly origin: string
  readonly port: number
  readonly received: Received[]
  /** the answer to the next requests; `cut`: heard, and the line is cut without a word */
  answer: { status?: number; body?: unknown; headers?: Record<string, string> } | 'cut'
  close(): Promise<void>
}

export async function receiver(atPort = 0): Promise<Receiver> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      const body = JSON.parse(text) as Received['body']
      received.push({ url: request.url ?? '', headers: request.headers, text, body })
      const { answer } = here
      if (answer === 'cut') return request.socket.destroy()
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers })
      response.end(JSON.stringify(answer.body ?? {}))
    })
  })
  await new Promise<void>((resolve) => server.listen(atPort, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const here: Receiver = {
    origin: `http://127.0.0.1:${port}`,
    port,
    received,
    answer: {},
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return here
}
