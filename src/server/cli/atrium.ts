import { Command, CommanderError } from 'commander'
import { StartError } from '#kernel/database/start-error.ts'
import { Refused } from '#kernel/http/problem.ts'
import { type Config, readConfig } from '../config.ts'
import { doctor } from './doctor.ts'
import { tell } from './tell.ts'
import { type NewUser, userAdd, userReset } from './user.ts'
import { verify } from './verify.ts'
import { cliWords } from './words.ts'

/* The commands of an installation's keeper. Exit code 0: done; 1: something is wrong, and said; 2: misspelled command. */

export async function atrium(typed: readonly string[]): Promise<number> {
  let code = 0
  const program = commands((work) => async () => {
    code = await work(readConfig(process.env))
  })
  try {
    await program.parseAsync(typed, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (error instanceof StartError) tell.wrong(error.sentence)
    else if (error instanceof Refused) tell.wrong(error.spec.says)
    else throw error
    return 1
  }
}

type Work = (config: Config) => Promise<number>

function commands(running: (work: Work) => () => Promise<void>): Command {
  const program = new Command('atrium')
    .description(both(cliWords.about))
    .exitOverride()
    .showHelpAfterError()
    .helpCommand('help [command]', both(cliWords.help))
    .helpOption('-h, --help', both(cliWords.help))
  program.command('verify').description(both(cliWords.aboutVerify)).action(running(verify))
  program.command('doctor').description(both(cliWords.aboutDoctor)).action(running(doctor))
  const user = program.command('user').description(both(cliWords.aboutUser))
  user
    .command('add')
    .description(both(cliWords.aboutUserAdd))
    .requiredOption('--name <name>', both(cliWords.optionName))
    .requiredOption('--login <login>', both(cliWords.optionLogin))
    .option('--role <role>', both(cliWords.optionRole), 'SYS')
    .option('--phone <phone>', both(cliWords.optionPhone), '')
    .option('--language <language>', both(cliWords.optionLanguage), 'zh')
    .action((options: NewUser) => running((config) => userAdd(config, options))())
  user
    .command('reset')
    .description(both(cliWords.aboutUserReset))
    .argument('<login>', both(cliWords.optionLogin))
    .option('--factor', both(cliWords.optionFactor), false)
    .action((login: string, { factor }: { factor: boolean }) =>
      running((config) => userReset(config, login, { factor }))(),
    )
  return program
}

const both = ({ zh, en }: { readonly zh: string; readonly en: string }): string => `${zh} / ${en}`
