import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { derivedMatches, findTaboo, isMatcher, replaced } from './check.ts'
import { firstPhrases, firstTaboos } from './seed.ts'

const found = (text: string) => findTaboo(text, firstTaboos).map(({ code, phrase }) => `${code} ${phrase}`)
const codes = (text: string) => findTaboo(text, firstTaboos).map(({ code }) => code)

describe('the first phrasebook', () => {
  test('holds the 44 polite and 44 taboo phrases, the 67 English lines, the attitude and the telephone rules', () => {
    const count = (kind: string) => firstPhrases.filter((one) => one.kind === kind).length
    expect(['polite', 'taboo', 'english', 'attitude', 'rule'].map(count)).toEqual([44, 44, 67, 9, 13])
    expect(new Set(firstPhrases.map(({ code }) => code)).size).toBe(firstPhrases.length)
  })
  test('has matchers that say enough', () => {
    for (const { matches, harmless, textZh } of firstTaboos) {
      expect([...matches, ...harmless].filter((one) => !isMatcher(one))).toEqual([])
      expect(matches.length + derivedMatches(textZh).length).toBeGreaterThan(0)
    }
  })
  test('finds every taboo in its own words, remarks in brackets aside', () => {
    for (const { code, textZh } of firstTaboos) {
      const spoken = textZh.replace(/\([^)]*\)/g, '')
      expect({ textZh, codes: codes(spoken) }).toMatchObject({ codes: expect.arrayContaining([code]) })
    }
  })
  test('proposes nothing that is itself a taboo', () => {
    for (const { code, preferredZh, preferredEn } of firstTaboos) {
      const spoken = preferredZh.replace(/\([^)]*\)/g, '')
      expect({ code, hits: [...found(spoken), ...found(preferredEn)] }).toEqual({ code, hits: [] })
    }
  })
  test('finds nothing in what the house says', () => {
    for (const { kind, code, textZh, textEn } of firstPhrases) {
      if (kind === 'polite' || kind === 'english')
        expect({ code, hits: [...found(textZh), ...found(textEn)] }).toEqual({ code, hits: [] })
    }
  })
})

describe('a taboo is found', () => {
  test.each([
    ['不知道', 'J01'],
    ['不 知 道！', 'J01'],
    ['这件事我不知道，您再问问。', 'J01'],
    ['不知道吧。', 'J01'],
    ['我不懂，', 'J02'],
    ['这事不归我管', 'J03'],
    ['这事不·归·我·管', 'J03'],
    ['不归我管', 'J03'],
    ['没空，改天。', 'J05'],
    ['那您就等着吧！', 'J05'],
    ['急什么！！慢慢来', 'J06'],
    ['不是跟您说过了吗', 'J07'],
    ['再不交物业费，就停电', 'J27'],
    ['张太太您好', 'J43'],
    ['这个老头又来了', 'J43'],
    ['小姐，请稍等', 'J43'],
    ['大概吧', 'J40'],
    ['喂,什么事', 'J15'],
    ['Sorry, I don’t know.', 'J01'],
    ['ＮＯＴ　ＭＹ　ＪＯＢ', 'J03'],
    ["It's not my job!", 'J03'],
  ])('in “%s”', (text, code) => {
    expect(codes(text)).toEqual([code])
  })
  test('by its remarks’ neighbours, never by the remark', () => {
    expect(derivedMatches('没空/等着吧。')).toEqual(['没空', '等着吧'])
    expect(derivedMatches('他不在。(直接挂断)')).toEqual(['他不在'])
    expect(codes('请不要直接挂断')).toEqual([])
  })
  test('at the place where it stands in the text as it was typed', () => {
    const text = '您好：　不归　我管。'
    const [hit] = findTaboo(text, firstTaboos)
    expect(hit).toMatchObject({ from: 4, to: 9, phrase: '不归　我管' })
  })
  test('several times, from left to right', () => {
    expect(found('有完没完？下班了。')).toEqual(['J08 有完没完', 'J18 下班了'])
  })
})

describe('no taboo is found', () => {
  test.each([
    '不知道您是否方便',
    '我不会忘记您的嘱咐。',
    '如有不懂之处，请随时联系我们。',
    '七层没空调，我们马上派人。',
    '目前没空位，有空位即通知您。',
    '您急什么时候要？',
    '他暂时不在，我可以帮您留言。',
    '其他不在清单内的物品请另行申请。',
    '可能吧台漏水，师傅正在查看。',
    '老头乐请勿停放在消防通道。',
    '王小姐您好，快件已到。',
    '祝您一家太太平平。',
    '给您添麻烦了。',
    '这不归我。管理处已经登记。',
    '王先生，等一下我把单子送上来。',
    '明天下班了以后我们再施工。',
    '您自己填写的电话有一位不清楚。',
    'Do you know who you are meeting? I don’t know yet, but will find out.',
    'This is not my jobsite.',
  ])('in “%s”', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('the better wording', () => {
  test('takes the place of what was found, without doubling the mark', () => {
    const text = '您好，下班了。谢谢'
    const [hit] = findTaboo(text, firstTaboos)
    expect(hit && replaced(text, hit)).toBe('您好，我已登记，紧急情况值班人员会处理。谢谢')
  })
  test('is offered in the language of what was found', () => {
    expect(findTaboo('not my problem', firstTaboos)[0]?.instead).toContain('department in charge')
  })
  test('is offered without its remark', () => {
    expect(findTaboo('太太', firstTaboos)[0]?.instead).toBe('×女士/×先生')
  })
})

describe('whatever is typed', () => {
  const sign = fc.constantFrom(...'不知道归我管没空调，。！ 　a…/(^$*+?[\\]老头太\n张𠮷'.split(''), '😀')
  const anything = fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((signs) => String.fromCodePoint(...signs))
  test('hits lie within the text, in order, and quote it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          fc.array(sign).map((all) => all.join('')),
        ),
        (text) => {
          let reached = 0
          for (const { from, to, phrase } of findTaboo(text, firstTaboos)) {
            expect(from).toBeGreaterThanOrEqual(reached)
            expect(to).toBeGreaterThan(from)
            expect(to).toBeLessThanOrEqual(text.length)
            expect(text.slice(from, to)).toBe(phrase)
            reached = to
          }
        },
      ),
    )
  })
  test('blanks put between the signs of a taboo hide nothing', () => {
    const words = ['不归我管', '有完没完', '别人都没意见', '欠费最多', '投诉也没用']
    fc.assert(
      fc.property(
        fc.constantFrom(...words),
        fc.array(fc.constantFrom('', ' ', '　', '*', '·'), { minLength: 8, maxLength: 8 }),
        (word, between) => {
          const typed = [...word].map((one, at) => one + (between[at] ?? '')).join('')
          expect(codes(`请问${typed}！`)).toEqual(codes(`请问${word}！`))
          expect(codes(typed)).toHaveLength(1)
        },
      ),
    )
  })
  test('a matcher anybody wrote stops no text by accident of its signs', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string(), (matcher, text) => {
        const mine = [
          {
            code: 'J99',
            textZh: '有完没完',
            preferredZh: '好',
            preferredEn: '',
            matches: [matcher],
            harmless: [matcher],
          },
        ]
        expect(() => findTaboo(text, mine)).not.toThrow()
      }),
    )
  })
  test('replacing until nothing is found comes to an end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...firstTaboos.map(({ textZh }) => textZh.replace(/\([^)]*\)/g, ''))), {
          maxLength: 6,
        }),
        (parts) => {
          let text = parts.join('')
          for (let turn = 0; turn < 60; turn += 1) {
            const [hit] = findTaboo(text, firstTaboos)
            if (hit === undefined) return
            text = replaced(text, hit)
          }
          expect(found(text)).toEqual([])
        },
      ),
      { numRuns: 50 },
    )
  })
})
