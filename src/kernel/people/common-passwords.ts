/**
 * What common passwords are made of, compactly: the well-known words, the ways fingers walk over a keyboard. The rules
 * in `password-rules.ts` put them together, which names far more than the three thousand most used passwords.
 */

export const commonWords: ReadonlySet<string> = new Set(
  `password passwort passw0rd passwd pass word pwd secret letmein welcome login logon signin admin administrator root
  toor master superuser super user guest test tester testing temp temporary default change changeme changeit access
  enter open sesame opensesame system manager office company service support server oracle mysql postgres database
  windows linux ubuntu microsoft google apple samsung huawei xiaomi tencent alibaba taobao baidu weixin wechat alipay
  internet computer laptop desktop mobile iphone android network security private public hello hallo bonjour morning
  love lover loveme lovely iloveyou iloveu ilovey loveyou forever always sweet sweety sweetie honey baby babygirl
  babyboy angel princess prince queen king kingdom heaven hell devil demon dragon tiger lion panda monkey donkey horse
  wolf eagle falcon hawk phoenix shark dolphin turtle rabbit bunny kitty kitten pussy puppy doggy buster bailey maggie
  ginger pepper cookie chocolate cheese banana orange apple cherry strawberry lemon peach mango coffee pizza butter
  sunshine sunny summer winter spring autumn january february march april june july august september october november
  december monday tuesday wednesday thursday friday saturday sunday flower rose lily daisy jasmine violet purple yellow
  green black white silver golden gold blue red pink rainbow diamond crystal ruby pearl jewel star stars starwars
  skywalker vader matrix neo hunter killer ninja samurai warrior soldier ranger sniper shadow ghost spirit magic magician
  wizard merlin gandalf hobbit pokemon pikachu mario zelda naruto sasuke goku minecraft fortnite warcraft counter strike
  league legend legends gamer player football soccer baseball basketball hockey tennis golf golfer racing ferrari porsche
  mercedes mustang corvette camaro harley yamaha honda toyota nissan subaru jaguar chelsea arsenal liverpool manchester
  barcelona juventus realmadrid lakers yankees cowboys steelers packers raiders eagles chicago dallas boston london paris
  berlin china beijing shanghai guangzhou shenzhen hangzhou chengdu nanjing wuhan tianjin chongqing hongkong taiwan
  america england canada michael jordan jackson jessica jennifer michelle nicole daniel david andrew anthony robert
  richard william thomas charlie joshua matthew christopher george james john johnny peter steven justin brandon tyler
  ashley amanda samantha stephanie melissa heather elizabeth hannah olivia sophie sophia emma emily lauren rachel
  victoria patrick patricia maria marina andrea alexander alexandra nicholas benjamin samuel jonathan metallica nirvana
  slipknot linkin park blink beatles eminem batman superman spiderman ironman avengers joker harry potter hogwarts trust
  trustno nothing whatever anything something everything freedom liberty peace happy smile lucky fortune money dollar
  cash rich million jesus christ church faith blessed heaven god godbless family friend friends mother father mommy daddy
  sister brother woaini woaiwo woaini1314 aini aiwo nihao nimen wangba zhongguo woshishui mima wodemima buzhidao aiqing
  baobao baobei laopo laogong qinaide xiaoming xiaohong wangwei zhangwei liwei wangfang lili wangyut zhang wang liu chen
  yang huang zhao qwe asd zxc qaz wsx edc abc abcd xyz aaa qwert qwerty qwertz azerty asdf zxcv qazwsx qweasd asdasd
  qweqwe zxczxc fuckyou fuck fuckoff shit bitch asshole sexy sex hottie playboy porn xxx jkl pokerface blahblah foobar
  foo bar baz example sample demo dummy abcabc monster vampire zombie robot android alien galaxy universe planet earth
  moon comet rocket thunder lightning storm hurricane ocean river mountain forest island beach surfer sailor captain
  pirate viking knight castle tower building property estate tenant reception frontdesk engineer cleaning finance parking`
    .split(/\s+/)
    .filter((word) => word.length > 2),
)

/** Chinese words people use as they are. */
export const commonHan: ReadonlySet<string> = new Set(
  '密码 我的密码 你好 我爱你 中国 北京 上海 平安 幸福 快乐 健康 发财 恭喜发财 新年快乐 万事如意 物业 客服 前台 管理员 测试 公司 大厦'.split(
    ' ',
  ),
)

const rows = [
  '01234567890',
  '1234567890-=',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop[]',
  'asdfghjkl;',
  'zxcvbnm,./',
  'qwertzuiop',
  'azertyuiop',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  'qazwsxedcrfvtgbyhnujmikolp',
  'qweasdzxc',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'a1b2c3d4e5f6g7h8',
  'a1s2d3f4g5h6j7k8l9',
  '1a2b3c4d5e6f',
  '!@#$%^&*()_+',
  '1!2@3#4$5%6^7&8*',
  '!qaz@wsx#edc$rfv',
  '147258369',
  '789456123',
  '159357',
  '5201314',
  '13145200',
  '112233445566778899',
  '11223344',
  '010203040506',
  '24681012',
  '13579',
]

/** Keyboard walks and runs, each also backwards, joined by a character nobody types. */
export const walks: string = rows.flatMap((row) => [row, Array.from(row).reverse().join('')]).join('\u0001')
