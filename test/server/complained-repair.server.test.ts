import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintDesk, content, slipsTo } from '#test/complaint-desk.ts'
import { type TestHouse, testHouse } from '#test/house.ts'
import { shanghai } from '#test/moment.ts'
import { callBack, charged, deskOf } from '#test/repair-desk.ts'

/* A repair whose customer is not content: his complaint opens beside the slip, and the slip waits for it (domain §2.4, §2.5). */

let here: TestHouse
beforeAll(async () => {
  here = await testHouse(shanghai('09:00'))
})
afterAll(() => here.close())

const complains = {
  apologised: true,
  complaintChannel: 'phone',
  company: '澄霁信息技术有限公司',
  complaint: '修了两次还是松的',
  direct: true,
}

test('the complaint is opened with the step, linked, and the slip is not billed before the customer is content', async () => {
  const [repairs, complaints] = [deskOf(here), complaintDesk(here)]
  const repair = await charged(here, 'done')
  await repairs.step('qin', repair, 'sign', {
    signatureMethod: 'platform',
    signedBy: '秦澜',
    satisfaction: 'acceptable',
  })
  const unhappy = { ...callBack, conclusion: 'dissatisfied', handling: '转投诉' }
  await repairs.step('lu', repair, 'callBack', unhappy)
  const view = await repairs.step('lu', repair, 'complain', complains)
  expect(view.linked).toMatchObject([{ kind: 'raised', way: 'down', process: 'complaint', final: false }])
  const complaint = view.linked[0]?.number ?? ''
  const opened = await complaints.read('lu', complaint)
  expect(opened.slip).toMatchObject({ apologised: true, complainantName: '秦澜', category: 'repairs', direct: true })
  expect(opened.slip['problem']).toBe(`修了两次还是松的\n${repair} 插座面板松动`)
  expect(opened.linked).toMatchObject([{ way: 'up', process: 'repair', number: repair }])
  expect((await repairs.read('qin', repair)).timeline.map(({ action }) => action)).not.toContain('complain')

  const version = await repairs.version(repair)
  const again = await here.ask('lu', 'POST', `/api/repair/${repair}/complain`, { version, input: complains })
  expect([again.status, again.body['missing']]).toMatchObject([422, [{ need: 'noComplaintOpen' }]])
  const bill = () => here.ask('lu', 'POST', `/api/repair/${repair}/bill`, { version, input: { payment: 'now' } })
  expect((await bill()).body['missing']).toMatchObject([{ need: 'heardContent' }])

  await complaints.step('lu', complaint, 'dispatch', slipsTo(here, 'engineering'))
  for (const slip of await complaints.raisedFrom(complaint, 'service-slip')) await complaints.work('gao', slip)
  for (const plan of await complaints.raisedFrom(complaint, 'corrective-action')) await complaints.plan('gao', plan)
  await complaints.step('gao', complaint, 'resolve', { result: '更换底盒', notOnSite: '与客户同在现场' })
  await complaints.step('lu', complaint, 'confirm', { answer: '底盒已更换' })
  expect((await complaints.step('lu', complaint, 'callBack', content)).state).toBe('closed')
  expect((await repairs.step('lu', repair, 'bill', { payment: 'now' })).state).toBe('billed')
})
