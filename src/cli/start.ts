/** Runs the command line in this process, for the checkout's command and for the program itself. */
import { nameAsker } from './asker'
import { runCommand } from './run'

/**
 * Runs a command on a profile and gives the exit code, once all that was printed has left. `failed` is
 * also what is given when the reader of the output has gone.
 */
export async function startCommand(
  words: readonly string[],
  profile: string,
  version: string,
): Promise<number> {
  const written: Promise<void>[] = []
  const into = (stream: NodeJS.WriteStream) => (text: string) => {
    written.push(
      new Promise((resolve) => {
        stream.once('error', () => resolve())
        stream.write(text, () => resolve())
      }),
    )
  }
  const { env, platform, ppid } = process
  const code = await runCommand({
    words,
    profile,
    version,
    languages: [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].filter((one) => one !== undefined),
    asker: () => nameAsker(platform, ppid),
    out: into(process.stdout),
    err: into(process.stderr),
  })
  await Promise.all(written)
  return code
}
