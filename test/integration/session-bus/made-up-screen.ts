/** A desktop's screen saver as programs hear it on Linux. */
import { startBusProgram } from './bus-program'

export interface MadeUpScreen {
  /** Says on the bus that the screen is locked, or is not any more. */
  say(name: string, active: boolean, member?: string): void
  close(): Promise<void>
}

export async function startMadeUpScreen(address: string): Promise<MadeUpScreen> {
  const { client, close } = await startBusProgram(address)
  return {
    say: (name, active, member = 'ActiveChanged') =>
      client.sendSignal(`/${name.replaceAll('.', '/')}`, name, member, 'b', [active]),
    close,
  }
}
