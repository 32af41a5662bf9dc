import { DailyPrint } from '#kernel/process/web/daily-print.tsx'

/** 《问询登记》 F-141 of a day. */
export const RegisterActions = () => <DailyPrint process="enquiry" paper="slip" form="F-141" />
