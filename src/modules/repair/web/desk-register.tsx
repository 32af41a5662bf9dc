import { DailyPrint } from '#kernel/process/web/daily-print.tsx'

/** 《报修记录表》 F-31 of a day. */
export const RegisterActions = () => <DailyPrint process="repair" paper="slip" form="F-31" />
