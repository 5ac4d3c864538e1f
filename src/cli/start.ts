/** Runs the command line in this process, for the checkout's command and for the program itself. */
import { nameAsker } from './asker'
import { exitCodes, runCommand } from './run'

/**
 * Runs a command on a profile and gives the exit code, once all that was printed has left. What could
 * not be printed, as on a full disk, has failed: a script must not go on with half a token.
 */
export async function startCommand(
  words: readonly string[],
  profile: string,
  version: string,
): Promise<number> {
  const written: Promise<boolean>[] = []
  const into = (stream: NodeJS.WriteStream) => (text: string) => {
    // The failure is told to the callback too; without a listener it would end the process.
    stream.on('error', () => undefined)
    written.push(new Promise((resolve) => stream.write(text, (error) => resolve(!error))))
  }
  const { env, platform, ppid } = process
  const code = await runCommand({
    words,
    profile,
    version,
    languages: [languageOf(env)],
    asker: () => nameAsker(platform, ppid),
    out: into(process.stdout),
    err: into(process.stderr),
  })
  const all = await Promise.all(written)
  return code === exitCodes.done && all.includes(false) ? exitCodes.failed : code
}

/** The one variable that counts, as POSIX has it: the first that is set. Latchkey's settings are out of reach. */
function languageOf(env: NodeJS.ProcessEnv): string {
  const set = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (one) => one !== undefined && one !== '',
  )
  return set ?? ''
}
