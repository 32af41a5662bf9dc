/** What a file is called: taken from whoever uploaded it, made harmless, and said so that every browser reads it. */

const longest = 120

/** The last part of a path, without signs that steer a screen or a disk, with the extension its content has. */
export function cleanName(uploaded: string, ext: string): string {
  const last = uploaded.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const stem = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>:|?*\uFFFD]/gu, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return `${Array.from(stem).slice(0, longest).join('') || 'file'}.${ext}`
}

/** `Content-Disposition` by RFC 6266: a plain name for old browsers, the real one in UTF-8 for all others. */
export function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const exact = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}
