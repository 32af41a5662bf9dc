/** The parameters of the house itself; every process declares its own beside its rules. */
import { z } from 'zod'
import { money } from '#kernel/process/fields.ts'
import { type CalendarData, officeHours, workingCalendar } from '#lib/working-calendar.ts'
import { declareParameter, type Parameter } from './declare.ts'
import { kernelParameterWords as words } from './words.ts'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
const span = z.tuple([clock, clock])
const spans = z.array(span).max(4)

const minutes = z.int().min(1).max(1_440)

const serviceHours = z
  .strictObject({ workday: spans, weekend: z.strictObject({ 6: spans, 7: spans }), holiday: spans })
  .refine(countable, 'hoursOverlap')

function countable(hours: CalendarData['hours']): boolean {
  try {
    workingCalendar({ days: {}, hours })
    return true
  } catch {
    return false
  }
}

export const serviceHoursKey = 'calendar.service_hours'

export const kernelParameters: readonly Parameter[] = [
  declareParameter<CalendarData['hours']>({
    key: serviceHoursKey,
    default: officeHours,
    schema: serviceHours,
    unit: 'hoursOfDay',
    editableBy: ['CSM', 'PM'],
    says: words.serviceHours,
    step: '§1.2',
  }),
  declareParameter<[string, string]>({
    key: 'calendar.building_hours',
    default: ['08:00', '18:00'],
    schema: span.refine(([opens, closes]) => opens < closes, 'endsBeforeStart'),
    unit: 'hoursOfDay',
    editableBy: ['CSM', 'PM'],
    says: words.buildingHours,
    step: '§1.2',
  }),
  declareParameter({
    key: 'payment.cash_limit',
    default: 500_000,
    schema: money(),
    unit: 'fen',
    editableBy: ['FINM', 'PM', 'GM'],
    says: words.cashLimit,
    step: '§3.6',
  }),
  declareParameter({
    key: 'price.notice_days',
    default: 30,
    schema: z.int().min(0).max(365),
    unit: 'days',
    editableBy: ['FINM', 'PM', 'GM'],
    says: words.priceNotice,
    step: '§3',
  }),
  declareParameter({
    key: 'company.name',
    default: { zh: '光大物业管理有限公司', en: 'Ever Bright Property Management Co., Ltd.' },
    schema: z.strictObject({ zh: z.string().trim().min(1).max(100), en: z.string().trim().min(1).max(100) }),
    unit: 'text',
    editableBy: ['GM', 'PM'],
    says: words.companyName,
    step: '§2.30',
  }),
  declareParameter({
    key: 'company.desk_phone',
    default: '',
    schema: z.string().trim().max(40),
    unit: 'text',
    editableBy: ['CSM', 'PM', 'GM'],
    says: words.deskPhone,
    step: '§1.1',
  }),
  declareParameter({
    key: 'auth.staff_totp',
    default: 'optional',
    schema: z.enum(['optional', 'required']),
    unit: 'choice',
    editableBy: ['SYS'],
    says: words.staffTotp,
  }),
  declareParameter({
    key: 'escalation.resend_level1_minutes',
    default: 15,
    schema: minutes,
    unit: 'minutes',
    editableBy: ['CSM', 'PM'],
    says: words.resendLevel1,
    step: '§1.7',
  }),
  declareParameter({
    key: 'escalation.resend_level2_minutes',
    default: 10,
    schema: minutes,
    unit: 'minutes',
    editableBy: ['CSM', 'PM'],
    says: words.resendLevel2,
    step: '§1.7',
  }),
  declareParameter({
    key: 'callback.minutes',
    default: 30,
    schema: minutes,
    unit: 'serviceMinutes',
    editableBy: ['CSM', 'PM', 'GM'],
    says: words.callBackMinutes,
    step: '§2.31',
  }),
  declareParameter({
    key: 'callback.attempts',
    default: 3,
    schema: z.int().min(1).max(10),
    unit: 'count',
    editableBy: ['CSM', 'PM', 'GM'],
    says: words.callBackAttempts,
    step: 'F-32',
  }),
  declareParameter({
    key: 'callback.days',
    default: 2,
    schema: z.int().min(1).max(10),
    unit: 'days',
    editableBy: ['CSM', 'PM', 'GM'],
    says: words.callBackDays,
    step: 'F-32',
  }),
  declareParameter({
    key: 'files.unattached_hours',
    default: 24,
    schema: z.int().min(1).max(720),
    unit: 'hours',
    editableBy: ['SYS'],
    says: words.unattachedHours,
  }),
]
