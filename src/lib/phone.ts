/** A telephone number as people write one: digits, signs between them, an extension after 转 or #. */
export const phonePattern = /^[0-9+()\- 转#]{3,40}$/
