/** The words of a message in the reader's language, as text for robots and SMS, as text and HTML for mail. */
import { formatDateTime } from '#lib/show-time.ts'
import { type Both, type Language, say } from '#lib/language.ts'
import { letterWords } from '../../words.ts'
import type { Parcel } from './way.ts'

export interface Letter {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** One line, whatever a title holds. */
const lined = (text: string) =>
  text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)

export function letterOf(parcel: Parcel): Letter {
  const language = parcel.reader?.language ?? 'zh'
  const tell = (both: Both) => say(both, language)
  const said = lined(parcel.said[language])
  const title = parcel.case === null ? '' : lined(parcel.case.title)
  const number = parcel.case === null ? '' : lined(parcel.case.number)
  const subject = [`[${tell(letterWords.brand)}]`, number, title, '–', said].filter((part) => part !== '').join(' ')
  const greeting = tell(letterWords.greeting(lined(parcel.reader?.name ?? '')))
  const when = formatDateTime(parcel.at, language)
  const lines =
    parcel.case === null
      ? []
      : [
          [tell(letterWords.number), number],
          [tell(letterWords.subject), title],
        ]
  const text = [
    greeting,
    '',
    `${said}  ${when}`,
    ...lines.map(([label, value]) => `${label}${colon(language)}${value}`),
    '',
    ...(parcel.case === null ? [] : [`${tell(letterWords.open)}${colon(language)}${parcel.link}`, '']),
    '--',
    `${tell(letterWords.foot)} ${parcel.choices}`,
  ].join('\n')
  return { subject: subject.slice(0, 250), text, html: htmlOf({ parcel, language, greeting, said, when, lines }) }
}

interface Parts {
  readonly parcel: Parcel
  readonly language: Language
  readonly greeting: string
  readonly said: string
  readonly when: string
  readonly lines: readonly (readonly string[])[]
}

const colon = (language: Language) => (language === 'zh' ? '：' : ': ')
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function htmlOf({ parcel, language, greeting, said, when, lines }: Parts): string {
  const tell = (both: Both) => escaped(say(both, language))
  const rows = lines.map(
    ([label = '', value = '']) =>
      `<tr><td style="padding:2px 16px 2px 0;color:#475561">${escaped(label)}</td><td style="padding:2px 0">${escaped(value)}</td></tr>`,
  )
  const open =
    parcel.case === null
      ? ''
      : `<p style="margin:20px 0"><a href="${escaped(parcel.link)}" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#0b5560;color:#ffffff;text-decoration:none">${tell(letterWords.open)}</a></p>`
  return `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><body style="margin:0;padding:24px;font-family:sans-serif;font-size:15px;color:#16212a">
<p>${escaped(greeting)}</p>
<p><strong>${escaped(said)}</strong><br><span style="color:#475561">${escaped(when)}</span></p>
<table role="presentation" style="border-collapse:collapse">${rows.join('')}</table>
${open}
<p style="margin-top:28px;font-size:12px;color:#475561">${tell(letterWords.foot)} <a href="${escaped(parcel.choices)}">${escaped(parcel.choices)}</a></p>
</body></html>`
}

/** Robots and SMS: plain text, in which nothing can call everybody or pretend to be markup. */
export function lineOf(parcel: Parcel, language: Language): string {
  const about = parcel.case === null ? '' : ` ${parcel.case.number} ${parcel.case.title}`
  return lined(`${parcel.said[language]}${about}`).replaceAll('<', '＜').replaceAll('>', '＞').replaceAll('@', '＠')
}
