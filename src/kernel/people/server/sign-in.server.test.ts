import { afterAll, beforeAll, expect, test } from 'vitest'
import { plusMinutes } from '#lib/time.ts'
import { freshDatabase, type FreshDatabase } from '#test/database.ts'
import { premisesRoutes } from '#kernel/premises/server/routes.ts'
import { Secret, TOTP } from 'otpauth'
import { peopleRoutes } from './routes.ts'
import { browser, hire, trialPassword } from './trial-cast.ts'
import { openTrial, type Trial } from './trial-door.ts'

let fresh: FreshDatabase
let trial: Trial
let now = '2026-11-24T02:00:00.000Z'
const later = (minutes: number) => {
  now = plusMinutes(now, minutes)
  trial.at(now)
}

beforeAll(async () => {
  fresh = await freshDatabase()
  trial = await openTrial(fresh.url, [...peopleRoutes, ...premisesRoutes])
  const gm = await hire(trial, 'zhou', '周启明', ['GM'], null)
  await hire(trial, 'lin', '林若溪', ['CSM'], gm, { department: 'customerService', phone: '199-0000-0003' })
  await hire(trial, 'su', '苏瑾', ['CSA'], gm, { department: 'customerService' })
  await hire(trial, 'peng', '彭博文', ['SYS'], gm)
})
afterAll(async () => {
  await trial.close()
  await fresh.drop()
})

test('a member of the staff signs in by name, mobile number and e-mail, however they are typed', async () => {
  for (const name of ['lin', ' LIN ', 'ｌｉｎ', '19900000003', '+86 199-0000-0003', 'Lin@Example.com']) {
    const answer = await browser(trial).signIn(name)
    expect([name, answer.statusCode, answer.json()]).toEqual([name, 200, { stage: 'full' }])
  }
})

test('the cookie is opaque, for this host only, closed to scripts; its token is not in the database', async () => {
  const one = browser(trial)
  const answer = await one.signIn('lin')
  const set = String(answer.headers['set-cookie'])
  expect(set).toMatch(/__Host-atrium=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax/)
  const token = one.cookies.get('__Host-atrium') ?? ''
  const kept = await trial.database.kysely.selectFrom('sessions').select('token_hash').execute()
  expect(kept.some((row) => row.token_hash.includes(token))).toBe(false)
})

test('a session planted in the browser before the sign-in is worth nothing after it', async () => {
  const one = browser(trial)
  await one.signIn('lin')
  const before = one.cookies.get('__Host-atrium') ?? ''
  await one.signIn('lin')
  expect(one.cookies.get('__Host-atrium')).not.toBe(before)
  one.cookies.set('__Host-atrium', before)
  expect((await one.ask('GET', '/api/me')).statusCode).toBe(401)
})

test('an unknown name, a wrong password and a closed account cannot be told apart, not by time either', async () => {
  await trial.database.kysely
    .updateTable('accounts')
    .set({ disabled: true })
    .where('person_id', 'in', idOf('su'))
    .execute()
  const spent: number[][] = [[], [], []]
  for (let round = 0; round < 12; round++) {
    const tries = [
      ['nobody-here', trialPassword],
      ['lin', 'a wrong password'],
      ['su', trialPassword],
    ] as const
    for (const [at, [name, password]] of tries.entries()) {
      later(20)
      const from = performance.now()
      const answer = await browser(trial, `10.1.${round}.${at}`).signIn(name, password)
      spent[at]?.push(performance.now() - from)
      expect([answer.statusCode, answer.json()]).toEqual([401, { code: 'signInFailed' }])
    }
  }
  const middle = (times: number[] = []) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
  const medians = spent.map(middle)
  expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(1.6)
  await trial.database.kysely
    .updateTable('accounts')
    .set({ disabled: false })
    .where('person_id', 'in', idOf('su'))
    .execute()
})

const idOf = (login: string) =>
  trial.database.kysely.selectFrom('login_names').select('person_id').where('name', '=', login)

test('guessing is throttled alike for names that exist and names that do not, and told when to come back', async () => {
  later(10_000)
  for (const name of ['lin', 'nobody-at-all']) {
    const one = browser(trial, '10.2.0.1')
    const codes: number[] = []
    for (let guess = 0; guess < 7; guess++) codes.push((await one.signIn(name, `guess number ${guess}`)).statusCode)
    expect([name, codes]).toEqual([name, [401, 401, 401, 401, 401, 429, 429]])
    const refused = await one.signIn(name)
    expect([refused.statusCode, Number(refused.headers['retry-after']) <= 60]).toEqual([429, true])
  }
})

test('the spellings of one address share one count', async () => {
  later(10_000)
  const codes: number[] = []
  for (let one = 0; one < 8; one++)
    codes.push((await browser(trial, `2001:db8:0:7:${one}::${one + 1}`).signIn('lin', 'guess guess')).statusCode)
  expect(codes.filter((code) => code === 401)).toHaveLength(5)
})

test('whoever guesses, from one address or from hundreds, does not keep the owner out', async () => {
  later(10_000)
  const own = browser(trial, '10.3.0.1')
  expect((await own.signIn('lin')).statusCode).toBe(200)
  for (let guess = 0; guess < 70; guess++) await browser(trial, `10.4.${guess}.9`).signIn('lin', 'wrong wrong')
  expect((await browser(trial, '10.5.0.1').signIn('lin', 'wrong wrong')).statusCode).toBe(429)
  expect((await own.signIn('lin')).statusCode).toBe(200)
  later(5)
  expect((await browser(trial, '10.6.0.1').signIn('lin')).statusCode).toBe(200)
})

test('guesses at the same moment are counted one by one', async () => {
  later(10_000)
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, guess) => browser(trial, '10.7.0.1').signIn('peng', `at once ${guess}`)),
  )
  expect(answers.filter((answer) => answer.statusCode === 401)).toHaveLength(5)
})

test('a session ends when it is not used, and in the end in any case', async () => {
  later(10_000)
  const one = browser(trial)
  await one.signIn('lin')
  later(239)
  expect((await one.ask('GET', '/api/me')).statusCode).toBe(200)
  later(239)
  expect((await one.ask('GET', '/api/me')).statusCode).toBe(200)
  later(241)
  expect((await one.ask('GET', '/api/me')).statusCode).toBe(401)
  await one.signIn('lin')
  for (let hour = 0; hour < 11; hour++) {
    later(60)
    expect((await one.ask('GET', '/api/me')).statusCode).toBe(200)
  }
  later(61)
  expect((await one.ask('GET', '/api/me')).statusCode).toBe(401)
})

test('changing the password needs the old one, refuses the common ones and ends the other sessions', async () => {
  const [here, there] = [browser(trial, '10.8.0.1'), browser(trial, '10.8.0.2')]
  await here.signIn('su')
  await there.signIn('su')
  const change = (old: string, fresh: string) => here.ask('PUT', '/api/me/password', { old, fresh })
  expect((await change('not the old one', 'a quite new one 77')).json()).toEqual({ code: 'oldPasswordWrong' })
  expect((await change(trialPassword, 'password2026')).json()).toEqual({ code: 'passwordCommon' })
  expect((await change(trialPassword, '苏瑾sujin苏瑾99')).json()).toEqual({ code: 'passwordAboutYou' })
  expect((await change(trialPassword, trialPassword)).json()).toEqual({ code: 'passwordSame' })
  expect((await change(trialPassword, ' 空格 and 汉字 ok ')).json()).toEqual({ stage: 'full' })
  expect((await here.ask('GET', '/api/me')).statusCode).toBe(200)
  expect((await there.ask('GET', '/api/me')).statusCode).toBe(401)
  expect((await browser(trial, '10.8.0.3').signIn('su', ' 空格 and 汉字 ok ')).statusCode).toBe(200)
})

test('half a sign-in opens nothing but the way to finish it', async () => {
  const one = browser(trial, '10.9.0.1')
  await one.signIn('lin')
  const started = (await one.ask('POST', '/api/me/factor', { password: trialPassword })).json<{
    secret: string
    qr: string
  }>()
  expect(started.qr).toMatch(/^data:image\/png;base64,/)
  const totp = new TOTP({ secret: Secret.fromBase32(started.secret) })
  const code = () => totp.generate({ timestamp: Date.parse(now) })
  const confirmed = await one.ask('POST', '/api/me/factor/confirm', { code: code() })
  const { codes } = confirmed.json<{ codes: string[] }>()
  expect(codes).toHaveLength(10)

  later(2)
  const half = browser(trial, '10.9.0.2')
  expect((await half.signIn('lin')).json()).toEqual({ stage: 'secondFactor' })
  const closed = [...peopleRoutes, ...premisesRoutes].filter(
    ({ policy }) => policy !== 'public' && policy !== 'halfway',
  )
  for (const { method, path } of closed) {
    const url = path.replace(':code', 'T001').replace(':id', '0'.repeat(16))
    expect([
      path,
      (await half.ask(method, url, method === 'GET' || method === 'DELETE' ? undefined : {})).statusCode,
    ]).toEqual([path, 403])
  }
  expect((await half.ask('GET', '/api/me')).json()).toMatchObject({ stage: 'secondFactor', roles: [], unread: 0 })
  expect(
    (await half.ask('PUT', '/api/me/password', { old: trialPassword, fresh: 'something else 12' })).statusCode,
  ).toBe(403)
  expect((await half.ask('POST', '/api/me/factor', { password: trialPassword })).statusCode).toBe(409)
  expect((await half.ask('POST', '/api/me/factor/confirm', { code: code() })).statusCode).toBe(409)

  const token = half.cookies.get('__Host-atrium')
  const shown = code()
  expect((await half.ask('POST', '/api/session/factor', { code: shown })).json()).toEqual({ stage: 'full' })
  expect(half.cookies.get('__Host-atrium')).not.toBe(token)
  expect((await half.ask('GET', '/api/staff')).statusCode).toBe(200)

  const again = browser(trial, '10.9.0.3')
  await again.signIn('lin')
  expect((await again.ask('POST', '/api/session/factor', { code: shown })).json()).toEqual({ code: 'codeWrong' })
  const recovery = codes[0]?.toUpperCase() ?? ''
  expect((await again.ask('POST', '/api/session/factor', { code: recovery })).json()).toEqual({ stage: 'full' })
  const third = browser(trial, '10.9.0.4')
  await third.signIn('lin')
  expect((await third.ask('POST', '/api/session/factor', { code: recovery })).json()).toEqual({ code: 'codeWrong' })
})

test('half a sign-in is over after ten minutes', async () => {
  const half = browser(trial, '10.9.0.6')
  await half.signIn('lin')
  later(11)
  expect((await half.ask('GET', '/api/me')).statusCode).toBe(401)
})

test('where a second factor is required, a member of the staff without one must bind it first', async () => {
  trial.parameters.set('auth.staff_totp', 'required')
  const one = browser(trial, '10.10.0.1')
  expect((await one.signIn('peng')).json()).toEqual({ stage: 'enrol' })
  expect((await one.ask('GET', '/api/staff')).statusCode).toBe(403)
  const { secret } = (await one.ask('POST', '/api/me/factor', { password: trialPassword })).json<{ secret: string }>()
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(now) })
  expect((await one.ask('POST', '/api/me/factor/confirm', { code })).json()).toMatchObject({ stage: 'full' })
  expect((await one.ask('GET', '/api/staff')).statusCode).toBe(200)
  expect((await one.ask('POST', '/api/me/factor/remove', { password: trialPassword, code })).json()).toEqual({
    code: 'factorDemanded',
  })
  trial.parameters.set('auth.staff_totp', 'optional')
})

test('signing out ends the session on the server', async () => {
  const one = browser(trial, '10.11.0.1')
  await one.signIn('zhou')
  const token = one.cookies.get('__Host-atrium') ?? ''
  expect((await one.ask('DELETE', '/api/session')).statusCode).toBe(204)
  one.cookies.set('__Host-atrium', token)
  expect((await one.ask('GET', '/api/me')).statusCode).toBe(401)
})

test('a person sees where he is signed in and ends those sessions', async () => {
  const [one, two] = [browser(trial, '10.12.0.1'), browser(trial, '10.12.0.2')]
  await one.signIn('zhou')
  await two.signIn('zhou')
  const { rows } = (await one.ask('GET', '/api/me/sessions')).json<{ rows: { id: string; here: boolean }[] }>()
  const other = rows.find((row) => !row.here)
  expect((await one.ask('DELETE', `/api/me/sessions/${other?.id}`)).statusCode).toBe(204)
  expect((await one.ask('GET', '/api/me')).statusCode).toBe(200)
})

test('a write from another site is refused before anything is read', async () => {
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ]) {
    const answer = await trial.app.inject({
      method: 'POST',
      url: '/api/session',
      headers,
      payload: { name: 'lin', password: trialPassword },
    })
    expect([headers, answer.statusCode]).toEqual([headers, 403])
  }
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', 'text/json']) {
    const answer = await trial.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'content-type': type },
      payload: '{}',
    })
    expect([type, answer.statusCode]).toEqual([type, 415])
  }
})

test('the security log names what happened and cannot be changed', async () => {
  const events = await trial.database.kysely.selectFrom('security_log').select('event').distinct().execute()
  const wanted = [
    'signedIn',
    'signInFailed',
    'passwordChanged',
    'factorSet',
    'factorFailed',
    'recoveryUsed',
    'signedOut',
    'newBrowser',
  ]
  expect(events.map((row) => row.event)).toEqual(expect.arrayContaining(wanted))
  await expect(trial.database.kysely.deleteFrom('security_log').execute()).rejects.toThrow('append-only')
})
