/** What the browser itself has to say when the server cannot. */
export const words = {
  offlineTitle: { zh: '没有连上服务器', en: 'The server could not be reached' },
  offlineHelp: {
    zh: '网络或服务器暂时不可用。您填写的内容还在，请稍后再试。',
    en: 'The network or the server is not available. What you typed is kept; please try again.',
  },
  garbled: { zh: '服务器的回答不完整，请重试。', en: 'The answer of the server was incomplete. Please try again.' },
  waitSeconds: (seconds: number) => ({
    zh: `请在 ${seconds} 秒后再试。`,
    en: `Please try again in ${seconds} seconds.`,
  }),
} as const
