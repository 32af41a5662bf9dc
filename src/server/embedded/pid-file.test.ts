import { expect, test } from 'vitest'
import { parseAccounts } from './account.ts'
import { judge, type PidFile } from './pid-file.ts'
import type { Running } from './process-table.ts'

const dataDir = '/srv/atrium/var/postgres'
const file: PidFile = { pid: 4242, started: 1_000_000, port: 5432, socketDir: '/srv/atrium/var/s', status: 'ready' }
const postmaster: Running = { pid: 4242, command: 'postgres', folder: dataDir, since: 1_000_000 }

test('a pid file whose process is gone, or a zombie, is stale', () => {
  expect(judge(file, null, dataDir)).toBe('gone')
})

test('a postgres working in our folder is our orphan', () => {
  expect(judge(file, postmaster, dataDir)).toBe('postmaster')
})

test('a postgres working in another folder is not ours', () => {
  expect(judge(file, { ...postmaster, folder: '/var/lib/postgresql/15/main' }, dataDir)).toBe('foreign')
})

test('a process younger than the file has only inherited the number', () => {
  expect(judge(file, { ...postmaster, command: 'node', folder: '/', since: 1_000_900 }, dataDir)).toBe('reused')
})

test('an older process that is no postgres is foreign, also when its folder or age is hidden from us', () => {
  expect(judge(file, { ...postmaster, command: 'node', since: 900_000 }, dataDir)).toBe('foreign')
  expect(judge(file, { ...postmaster, command: 'node', folder: null, since: null }, dataDir)).toBe('foreign')
})

test('accounts are read from the password file, root never', () => {
  const passwd = 'root:x:0:0:root:/root:/bin/sh\npostgres:x:101:104:,,,:/var/lib/postgresql:/bin/bash\n\n'
  expect(parseAccounts(passwd)).toEqual([{ name: 'postgres', uid: 101, gid: 104 }])
})
